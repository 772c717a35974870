package io.charter.rulebook.syntax;

import io.charter.rulebook.syntax.Syntax.Annotation;
import io.charter.rulebook.syntax.Syntax.Declare;
import io.charter.rulebook.syntax.Syntax.Import;
import io.charter.rulebook.syntax.Syntax.Insert;
import io.charter.rulebook.syntax.Syntax.RuleText;
import io.charter.rulebook.syntax.Syntax.SourceFile;
import io.charter.text.Position;
import io.charter.text.Problem;
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
    private final AnnotationParser annotated;
    private final DeclareParser declarations;
    private final List<Import> imports = new ArrayList<>();
    private final List<Declare> declares = new ArrayList<>();
    private final List<RuleText> rules = new ArrayList<>();
    private String packageName;
    private Position packageAt;
    private boolean whole = true;

    private Parser(Tokens tokens, List<Problem> problems) {
        this.tokens = tokens;
        this.problems = problems;
        this.annotated = new AnnotationParser(tokens, problems, true);
        this.declarations = new DeclareParser(tokens, problems);
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
                packageAt,
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
            boolean before = whole;
            whole = false;
            declares.add(declarations.declare());
            whole = before;
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
        if (tokens.startsLine()) {
            throw tokens.faultAt(line, "syntax", "expected the name of the package behind \"package\"");
        }
        packageAt = tokens.peek().at();
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
        if (tokens.at("static") || tokens.at("function") || tokens.at("accumulate")) {
            throw tokens.fault("language", "rules call no functions; import only a type, or nothing");
        }
        String name = qualified();
        tokens.take(";");
        return new Import(name, at);
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
        List<Annotation> annotations = new ArrayList<>(annotated.annotations());
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
            annotations.addAll(annotated.annotations());
        }
        return List.copyOf(annotations);
    }

    private void conditions(List<Syntax.Condition> when, List<Annotation> annotations) {
        ConditionParser conditions = new ConditionParser(tokens);
        while (!tokens.take("then")) {
            if (tokens.peek().kind() == Token.Kind.ANNOTATION) {
                problems.add(tokens.fault("syntax", "annotations stand before \"when\"")
                        .problem());
                annotations.addAll(annotated.annotations());
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
        if (tokens.at(".")) {
            throw tokens.faultAt(type, "language", Construct.ONLY_DECLARED);
        }
        List<Syntax.Expr> arguments = new ExpressionParser(tokens).arguments();
        tokens.close(open);
        tokens.expect(";");
        return new Insert(type.text(), arguments, type.at());
    }
}
