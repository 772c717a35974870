package io.charter.rulebook.syntax;

import io.charter.rulebook.syntax.Syntax.Annotation;
import io.charter.text.Problem;
import java.util.ArrayList;
import java.util.List;

/** Reads the annotations of a type, a field or a rule. */
final class AnnotationParser {

    private final Tokens tokens;
    private final List<Problem> problems;
    private final boolean messages;

    /** @param messages whether the annotations are those of rules, which the engine keeps as texts; it reads others as Java */
    AnnotationParser(Tokens tokens, List<Problem> problems, boolean messages) {
        this.tokens = tokens;
        this.problems = problems;
        this.messages = messages;
    }

    /** All that follow each other; one that cannot be read is there without its value, and its fault is added to the problems. */
    List<Annotation> annotations() {
        List<Annotation> found = new ArrayList<>();
        while (tokens.peek().kind() == Token.Kind.ANNOTATION) {
            Token name = tokens.next();
            try {
                found.add(new Annotation(name.text(), annotationValue(name), true, name.at()));
            } catch (SyntaxFault fault) {
                problems.add(fault.problem());
                found.add(new Annotation(name.text(), null, false, name.at()));
                tokens.skipAnnotation();
            }
        }
        return List.copyOf(found);
    }

    private String annotationValue(Token name) {
        Token open = tokens.peek();
        if (open.is(".")) {
            throw tokens.faultAt(name, "language", "an annotation is one word, as @clause");
        }
        if (open.kind() == Token.Kind.TEXT) {
            throw tokens.fault(
                    "syntax", "what @" + name.text() + " says stands in brackets: @" + name.text() + "( \"…\" )");
        }
        if (!tokens.take("(")) {
            return null;
        }
        if (tokens.peek().kind() != Token.Kind.TEXT) {
            SyntaxFault fault = tokens.fault("syntax", "what @" + name.text() + " says stands in double quotes");
            tokens.next();
            throw fault;
        }
        String said = messages ? tokens.next().text() : tokens.plainText();
        tokens.close(open);
        return said;
    }
}
