package io.charter.rulebook.syntax;

import io.charter.rulebook.syntax.Syntax.Annotation;
import io.charter.rulebook.syntax.Syntax.Declare;
import io.charter.rulebook.syntax.Syntax.FieldText;
import io.charter.rulebook.syntax.Syntax.Import;
import io.charter.rulebook.syntax.Syntax.Insert;
import io.charter.rulebook.syntax.Syntax.Literal;
import io.charter.rulebook.syntax.Syntax.RuleText;
import io.charter.rulebook.syntax.Syntax.SourceFile;
import io.charter.text.Position;
import io.charter.text.Problem;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads a rule file. Only the rule language of {@code docs/rule-language.md} is accepted, a small part of DRL; whatever else
 * stands in a file becomes a problem at its place, and reading goes on behind the declaration or rule that holds it, so that
 * one run finds every fault. Drools' own parsers give up on a whole file at its first fault and know no columns.
 */
public final class Parser {

    private final Tokens tokens;
    private final List<Problem> problems;

    private Parser(Tokens tokens, List<Problem> problems) {
        this.tokens = tokens;
        this.problems = problems;
    }

    /**
     * Reads one file.
     *
     * @param path how messages name the file
     * @param text its content
     * @param problems what is wrong is added here
     * @return everything that could be read
     */
    public static SourceFile parse(String path, String text, List<Problem> problems) {
        return new Parser(new Tokens(Lexer.tokens(path, text, problems)), problems).file(path);
    }

    private SourceFile file(String path) {
        String packageName = null;
        List<Import> imports = new ArrayList<>();
        List<Declare> declares = new ArrayList<>();
        List<RuleText> rules = new ArrayList<>();
        while (!tokens.atEnd()) {
            try {
                if (tokens.take("package")) {
                    packageName = qualified();
                    tokens.take(";");
                } else if (tokens.at("import")) {
                    imports.add(importLine());
                } else if (tokens.at("declare")) {
                    declares.add(declare());
                } else if (tokens.at("rule")) {
                    rules.add(rule());
                } else {
                    throw tokens.unexpected("\"rule\" or \"declare\"");
                }
            } catch (SyntaxFault fault) {
                problems.add(fault.problem());
                tokens.skipToDeclaration();
            }
        }
        if (packageName == null) {
            problems.add(Problem.of(
                    "syntax",
                    "the file names no package; begin it with the package line of the vocabulary",
                    Position.of(path)));
        }
        return new SourceFile(path, packageName, List.copyOf(imports), List.copyOf(declares), List.copyOf(rules));
    }

    private String qualified() {
        StringBuilder name = new StringBuilder(tokens.word("a name").text());
        while (tokens.take(".")) {
            name.append('.')
                    .append(
                            tokens.at("*")
                                    ? tokens.next().text()
                                    : tokens.word("a name").text());
        }
        return name.toString();
    }

    private Import importLine() {
        Position at = tokens.next().at();
        if (tokens.at("static") || tokens.at("function")) {
            throw tokens.fault("language", "rules call no functions; import only a type, or nothing");
        }
        String name = qualified();
        tokens.take(";");
        return new Import(name, at);
    }

    private Declare declare() {
        tokens.next();
        Token name = tokens.word("the name of the fact type");
        String parent = null;
        Position parentAt = null;
        if (tokens.take("extends")) {
            parentAt = tokens.peek().at();
            parent = tokens.word("the name of the type that it extends").text();
        }
        List<Annotation> annotations = annotations();
        List<FieldText> fields = new ArrayList<>();
        while (!tokens.take("end")) {
            fields.add(field());
        }
        return new Declare(name.text(), parent, annotations, List.copyOf(fields), name.at(), parentAt);
    }

    private FieldText field() {
        if (tokens.at("rule") || tokens.at("declare") && !tokens.isFieldAhead()) {
            throw tokens.fault("syntax", "the declaration before has no \"end\"");
        }
        Token name = tokens.word("a field, or \"end\"");
        tokens.expect(":");
        String type = tokens.word("the type of the field").text();
        Literal defaultValue = null;
        if (tokens.take("=")) {
            defaultValue = literal();
        }
        List<Annotation> annotations = annotations();
        tokens.take(",");
        tokens.take(";");
        return new FieldText(name.text(), type, defaultValue, annotations, name.at());
    }

    private Literal literal() {
        Token token = tokens.next();
        return switch (token.kind()) {
            case TEXT -> new Literal(token.text(), token.at());
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

    private List<Annotation> annotations() {
        List<Annotation> found = new ArrayList<>();
        while (tokens.peek().kind() == Token.Kind.ANNOTATION) {
            Token name = tokens.next();
            String value = null;
            if (tokens.take("(")) {
                Token said = tokens.next();
                if (said.kind() != Token.Kind.TEXT) {
                    throw tokens.faultAt(said, "syntax", "what @" + name.text() + " says stands in double quotes");
                }
                value = said.text();
                tokens.expect(")");
            }
            found.add(new Annotation(name.text(), value, name.at()));
        }
        return List.copyOf(found);
    }

    private RuleText rule() {
        tokens.next();
        Token name = tokens.next();
        if (name.kind() != Token.Kind.TEXT) {
            throw tokens.faultAt(name, "syntax", "the name of a rule is its norm in words, in double quotes");
        }
        List<Annotation> annotations = annotations();
        if (tokens.at("extends")) {
            throw tokens.fault("language", "a rule extends no other; derive a fact with a rule of its own");
        }
        if (!tokens.take("when")) {
            throw tokens.unexpected("\"when\" (or an annotation before it)");
        }
        ConditionParser conditions = new ConditionParser(tokens);
        List<Syntax.Condition> when = new ArrayList<>();
        while (!tokens.take("then")) {
            when.add(conditions.condition());
            tokens.take(";");
        }
        Insert insert = insert();
        if (!tokens.take("end")) {
            if (tokens.atEnd() || tokens.at("rule") || tokens.at("declare")) {
                throw tokens.faultAt(name, "syntax", "rule \"" + name.text() + "\" has no \"end\"");
            }
            throw tokens.fault(
                    "language", "a rule concludes with one insertLogical( new Type( … ) ); and nothing else");
        }
        return new RuleText(name.text(), annotations, List.copyOf(when), insert, name.at());
    }

    private Insert insert() {
        if (!tokens.at("insertLogical")) {
            throw tokens.fault(
                    "language", "a rule concludes with one insertLogical( new Type( … ) ); and nothing else");
        }
        tokens.next();
        tokens.expect("(");
        if (!tokens.take("new")) {
            throw tokens.fault("language", "insertLogical takes a new fact: insertLogical( new Type( … ) );");
        }
        Token type = tokens.word("the type of the fact to derive");
        List<Syntax.Expr> arguments = new ConditionParser(tokens).arguments();
        tokens.expect(")");
        tokens.expect(";");
        return new Insert(type.text(), arguments, type.at());
    }
}
