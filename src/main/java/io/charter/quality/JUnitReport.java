package io.charter.quality;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Results of fixtures in the XML form that build servers read. */
public final class JUnitReport {

    private JUnitReport() {}

    /** Writes the report to a file. */
    public static void write(List<FixtureResult> results, Path file) {
        try {
            Files.writeString(file, xml(results));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String xml(List<FixtureResult> results) {
        StringWriter out = new StringWriter();
        try {
            XMLStreamWriter xml = XMLOutputFactory.newFactory().createXMLStreamWriter(out);
            xml.writeStartDocument("UTF-8", "1.0");
            xml.writeCharacters("\n");
            xml.writeStartElement("testsuite");
            xml.writeAttribute("name", "charter fixtures");
            xml.writeAttribute("tests", String.valueOf(results.size()));
            xml.writeAttribute(
                    "failures",
                    String.valueOf(results.stream().filter(r -> !r.passed()).count()));
            xml.writeAttribute(
                    "time",
                    seconds(results.stream().mapToDouble(FixtureResult::seconds).sum()));
            for (FixtureResult result : results) {
                xml.writeCharacters("\n  ");
                xml.writeStartElement("testcase");
                xml.writeAttribute(
                        "classname", String.valueOf(result.file().getParent()).replace('/', '.'));
                xml.writeAttribute("name", result.name());
                xml.writeAttribute("time", seconds(result.seconds()));
                if (!result.passed()) {
                    xml.writeStartElement("failure");
                    xml.writeAttribute("message", result.differences().get(0).split("\\R")[0]);
                    xml.writeCharacters(String.join("\n", result.differences()));
                    xml.writeEndElement();
                }
                xml.writeEndElement();
            }
            xml.writeCharacters("\n");
            xml.writeEndElement();
            xml.writeEndDocument();
            xml.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("writing to memory does not fail", e);
        }
        return out + "\n";
    }

    private static String seconds(double seconds) {
        return String.format(Locale.ROOT, "%.3f", seconds);
    }
}
