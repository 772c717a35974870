package io.charter.cli;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/**
 * Command lines that mean nothing. No command names the exception: to look for the class of it, which a plain decision does not need,
 * the JVM opens every jar.
 */
final class Usage {

    private Usage() {}

    /**
     * What to throw.
     *
     * @param spec the command
     * @param message what is wrong, and what was expected
     */
    static RuntimeException error(CommandSpec spec, String message) {
        return new ParameterException(spec.commandLine(), message);
    }
}
