package io.charter.rulebook.syntax;

import io.charter.rulebook.syntax.Syntax.Annotation;
import io.charter.rulebook.syntax.Syntax.Declare;
import io.charter.rulebook.syntax.Syntax.FieldText;
import io.charter.rulebook.syntax.Syntax.Literal;
import io.charter.text.Position;
import io.charter.text.Problem;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** Reads declarations of fact types. */
final class DeclareParser {

    private final Tokens tokens;
    private final AnnotationParser annotated;
    private final List<Problem> problems;

    DeclareParser(Tokens tokens, List<Problem> problems) {
        this.tokens = tokens;
        this.annotated = new AnnotationParser(tokens, problems, false);
        this.problems = problems;
    }

    /** A declaration, as far as its fields can be read; reading goes on at the next field behind one that cannot. */
    Declare declare() {
        tokens.next();
        if (tokens.at("extends")) {
            throw tokens.unexpected("the name of the fact type");
        }
        Token name = tokens.word("the name of the fact type");
        if (Construct.advice(name) != null && !tokens.startsLine() && !tokens.at("extends")) {
            throw tokens.faultAt(name, "language", Construct.refusal(name));
        }
        refuseClass(name);
        String parent = null;
        Position parentAt = null;
        boolean complete = true;
        if (tokens.take("extends")) {
            parentAt = tokens.peek().at();
            if (tokens.peek().kind() == Token.Kind.WORD) {
                parent = tokens.next().text();
                refuseClass(tokens.last());
            } else {
                problems.add(tokens.unexpected("the name of the type that it extends")
                        .problem());
                complete = false;
            }
        }
        List<Annotation> annotations = annotated.annotations();
        List<FieldText> fields = new ArrayList<>();
        while (!tokens.take("end")) {
            if (tokens.atEnd() || tokens.atDeclaration()) {
                problems.add(tokens.fault("syntax", "the declaration before has no \"end\"")
                        .problem());
                break;
            }
            try {
                fields.add(field());
            } catch (SyntaxFault fault) {
                problems.add(fault.problem());
                complete = false;
                tokens.skipToField();
            }
        }
        return new Declare(name.text(), parent, annotations, List.copyOf(fields), complete, name.at(), parentAt);
    }

    private void refuseClass(Token first) {
        if (tokens.at(".")) {
            throw tokens.faultAt(first, "language", Construct.ONLY_DECLARED);
        }
    }

    private FieldText field() {
        Token name = tokens.word("a field, or \"end\"");
        tokens.expect(":");
        Token type = tokens.word("the type of the field");
        refuseClass(type);
        Literal defaultValue = null;
        if (tokens.take("=")) {
            defaultValue = literal();
        }
        List<Annotation> annotations = annotated.annotations();
        tokens.take(",");
        tokens.take(";");
        return new FieldText(name.text(), type.text(), defaultValue, annotations, name.at(), type.at());
    }

    private Literal literal() {
        if (tokens.peek().kind() == Token.Kind.TEXT) {
            Position at = tokens.peek().at();
            return new Literal(tokens.plainText(), at);
        }
        Token token = tokens.next();
        return switch (token.kind()) {
            case NUMBER -> new Literal(new BigDecimal(token.text()), token.at());
            case WORD -> {
                if (token.is("true") || token.is("false")) {
                    yield new Literal(Boolean.valueOf(token.text()), token.at());
                }
                throw tokens.faultAt(
                        token, "syntax", "expected a value (a text, a number, true or false), found " + token.shown());
            }
            default ->
                throw tokens.faultAt(
                        token, "syntax", "expected a value (a text, a number, true or false), found " + token.shown());
        };
    }
}
