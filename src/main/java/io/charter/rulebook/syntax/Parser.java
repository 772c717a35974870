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
 * stands in a file becomes a problem at its place, and reading goes on at the next annotation, field, declaration or rule, so
 * that one run finds every fault. Drools' own parsers give up on a whole file at its first fault and know no columns.
 */
public final class Parser {

    private final Tokens tokens;
    private final List<Problem> problems;
    private final List<Import> imports = new ArrayList<>();
    private final List<Declare> declares = new ArrayList<>();
    private final List<RuleText> rules = new ArrayList<>();
    private String packageName;
    private boolean whole = true;

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
        return new Parser(new Tokens(Lexer.tokens(path, text)), problems).file(path);
    }

    private SourceFile file(String path) {
        int before = problems.size();
        while (!tokens.atEnd()) {
            try {
                declaration();
            } catch (SyntaxFault fault) {
                problems.add(fault.problem());
                tokens.skipToDeclaration();
            }
        }
        if (packageName == null && problems.size() == before) {
            problems.add(Problem.of(
                    "syntax",
                    "the file names no package; begin it with the package line of the vocabulary",
                    Position.of(path)));
        }
        return new SourceFile(
                path,
                packageName,
                whole && packageName != null,
                List.copyOf(imports),
                List.copyOf(declares),
                List.copyOf(rules));
    }

    private void declaration() {
        if (tokens.at("package")) {
            packageLine();
        } else if (tokens.at("import")) {
            imports.add(importLine());
        } else if (tokens.at("declare")) {
            declares.add(declare());
        } else if (tokens.at("rule")) {
            rule();
        } else {
            whole = false;
            SyntaxFault fault = tokens.unexpected("\"rule\" or \"declare\"");
            tokens.next();
            throw fault;
        }
    }

    private void packageLine() {
        Token line = tokens.next();
        if (packageName != null) {
            throw tokens.faultAt(line, "syntax", "the file names its package twice; keep one");
        }
        packageName = qualified();
        tokens.take(";");
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
        if (tokens.peek().kind() != Token.Kind.WORD) {
            whole = false;
        }
        Token name = tokens.word("the name of the fact type");
        if (Construct.advice(name) != null && !tokens.startsLine() && !tokens.at("extends")) {
            whole = false;
            throw tokens.faultAt(name, "language", Construct.refusal(name));
        }
        String parent = null;
        Position parentAt = null;
        boolean complete = true;
        if (tokens.take("extends")) {
            parentAt = tokens.peek().at();
            if (tokens.peek().kind() == Token.Kind.WORD) {
                parent = tokens.next().text();
            } else {
                problems.add(tokens.unexpected("the name of the type that it extends")
                        .problem());
                complete = false;
            }
        }
        List<Annotation> annotations = annotations();
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

    private FieldText field() {
        Token name = tokens.word("a field, or \"end\"");
        tokens.expect(":");
        Token type = tokens.word("the type of the field");
        Literal defaultValue = null;
        if (tokens.take("=")) {
            defaultValue = literal();
        }
        List<Annotation> annotations = annotations();
        tokens.take(",");
        tokens.take(";");
        return new FieldText(name.text(), type.text(), defaultValue, annotations, name.at(), type.at());
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
        if (!tokens.take("(")) {
            return null;
        }
        Token said = tokens.next();
        if (said.kind() != Token.Kind.TEXT) {
            throw tokens.faultAt(said, "syntax", "what @" + name.text() + " says stands in double quotes");
        }
        tokens.close(open);
        return said.text();
    }

    /** A rule whose name can be read is kept, whatever else is wrong with it. */
    private void rule() {
        tokens.next();
        Token name = tokens.peek();
        if (name.kind() != Token.Kind.TEXT) {
            whole = false;
            throw tokens.faultAt(name, "syntax", "the name of a rule is its norm in words, in double quotes");
        }
        tokens.next();
        List<Annotation> annotations = new ArrayList<>(head());
        List<Syntax.Condition> when = new ArrayList<>();
        Insert then = null;
        try {
            if (tokens.take("when")) {
                conditions(when, annotations);
                then = insert();
                end(name);
            } else {
                tokens.skipToDeclaration();
            }
        } catch (SyntaxFault fault) {
            problems.add(fault.problem());
            tokens.skipToDeclaration();
        }
        rules.add(new RuleText(name.text(), List.copyOf(annotations), List.copyOf(when), then, name.at()));
    }

    /** The annotations of a rule, up to its {@code when}; there are no attributes. */
    private List<Annotation> head() {
        List<Annotation> annotations = new ArrayList<>(annotations());
        while (!tokens.at("when")) {
            problems.add(
                    tokens.at("extends")
                            ? tokens.fault("language", "a rule extends no other; derive a fact with a rule of its own")
                                    .problem()
                            : tokens.unexpected("\"when\" (or an annotation before it)")
                                    .problem());
            if (tokens.atEnd() || tokens.atDeclaration()) {
                break;
            }
            if (tokens.peek().kind() == Token.Kind.FAULT) {
                annotations.add(new Annotation("", null, false, tokens.peek().at()));
            }
            tokens.next();
            tokens.skipAnnotation();
            if (tokens.peek().kind() != Token.Kind.ANNOTATION) {
                break;
            }
            annotations.addAll(annotations());
        }
        return List.copyOf(annotations);
    }

    private void conditions(List<Syntax.Condition> when, List<Annotation> annotations) {
        ConditionParser conditions = new ConditionParser(tokens);
        while (!tokens.take("then")) {
            if (tokens.peek().kind() == Token.Kind.ANNOTATION) {
                problems.add(tokens.fault("syntax", "annotations stand before \"when\"")
                        .problem());
                annotations.addAll(annotations());
                continue;
            }
            when.add(conditions.condition());
            tokens.take(";");
        }
    }

    private void end(Token name) {
        if (tokens.take("end")) {
            return;
        }
        if (tokens.atEnd() || tokens.atDeclaration()) {
            throw tokens.faultAt(name, "syntax", "rule \"" + name.text() + "\" has no \"end\"");
        }
        throw tokens.fault("language", Construct.ONE_INSERT);
    }

    private Insert insert() {
        if (!tokens.at("insertLogical")) {
            throw tokens.fault("language", Construct.ONE_INSERT);
        }
        tokens.next();
        Token open = tokens.peek();
        tokens.expect("(");
        if (!tokens.take("new")) {
            throw tokens.fault("language", "insertLogical takes a new fact: insertLogical( new Type( … ) );");
        }
        Token type = tokens.word("the type of the fact to derive");
        List<Syntax.Expr> arguments = new ExpressionParser(tokens).arguments();
        tokens.close(open);
        tokens.expect(";");
        return new Insert(type.text(), arguments, type.at());
    }
}
