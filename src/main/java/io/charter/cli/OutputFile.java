package io.charter.cli;

import io.charter.text.CharterException;
import io.charter.text.Position;
import io.charter.text.Problem;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.PrintStream;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Where output goes: standard output, or a file that is written beside its place and moved there when it is whole. */
final class OutputFile implements AutoCloseable {

    private final Path file;
    private final Path beside;
    private final Writer out;
    private boolean whole;

    private OutputFile(Path file, Path beside, Writer out) {
        this.file = file;
        this.beside = beside;
        this.out = out;
    }

    /** @param file the file, or null for standard output */
    static OutputFile open(Path file, PrintStream standard) {
        if (file == null) {
            return new OutputFile(
                    null, null, new BufferedWriter(new java.io.OutputStreamWriter(standard, StandardCharsets.UTF_8)));
        }
        try {
            Path beside = file.resolveSibling(
                    "." + file.getFileName() + "." + ProcessHandle.current().pid() + ".part");
            return new OutputFile(file, beside, Files.newBufferedWriter(beside));
        } catch (IOException e) {
            throw unwritable(file, e);
        }
    }

    void write(String text) {
        try {
            out.write(text);
        } catch (IOException e) {
            throw unwritable(file, e);
        }
    }

    /** Says that everything has been written; without it, closing leaves what was at the file's place. */
    void done() {
        whole = true;
    }

    @Override
    public void close() {
        try {
            out.flush();
            if (file == null) {
                return;
            }
            out.close();
            if (whole) {
                move();
            } else {
                Files.deleteIfExists(beside);
            }
        } catch (IOException e) {
            throw unwritable(file, e);
        }
    }

    private void move() throws IOException {
        try {
            Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(beside, file, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private static CharterException unwritable(Path file, IOException e) {
        String name = file == null ? "standard output" : file.toString();
        return new CharterException(Problem.of("unwritable", "cannot be written: " + e, Position.of(name)));
    }
}
