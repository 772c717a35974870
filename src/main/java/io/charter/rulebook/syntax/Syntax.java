package io.charter.rulebook.syntax;

import io.charter.text.Position;
import java.math.BigDecimal;
import java.util.List;

/**
 * A rule file as written: names are not yet looked up, types not yet known. Every node knows its place. Where a part could not be
 * read, what holds it is there without that part and says so, so that nobody takes what is missing for another fault.
 */
public final class Syntax {

    private Syntax() {}

    /**
     * A file.
     *
     * @param packageName null where the file has none
     * @param whole whether every declaration is there at least by its name
     */
    public record SourceFile(
            String path,
            String packageName,
            Position packageAt,
            boolean whole,
            List<Import> imports,
            List<Declare> declares,
            List<RuleText> rules) {}

    public record Import(String name, Position at) {}

    /**
     * {@code @name} or {@code @name( "value" )}.
     *
     * @param name empty where it could not be read
     * @param value null where none is given, or where it could not be read
     * @param whole whether it could be read
     */
    public record Annotation(String name, String value, boolean whole, Position at) {}

    /**
     * {@code declare … end}.
     *
     * @param whole whether every field could be read
     */
    public record Declare(
            String name,
            String parent,
            List<Annotation> annotations,
            List<FieldText> fields,
            boolean whole,
            Position at,
            Position parentAt) {}

    public record FieldText(
            String name,
            String type,
            Literal defaultValue,
            List<Annotation> annotations,
            Position at,
            Position typeAt) {}

    /**
     * {@code rule … end}.
     *
     * @param when the conditions as far as they could be read
     * @param then null where the rule could not be read to its end
     */
    public record RuleText(String name, List<Annotation> annotations, List<Condition> when, Insert then, Position at) {}

    /** The rule's conclusion, {@code insertLogical( new Type( arguments ) );}. */
    public record Insert(String type, List<Expr> arguments, Position at) {}

    /** One line of {@code when}. */
    public sealed interface Condition {
        PatternText pattern();
    }

    public record Plain(PatternText pattern) implements Condition {}

    public record Not(PatternText pattern) implements Condition {}

    public record Exists(PatternText pattern) implements Condition {}

    /** {@code accumulate( pattern; variable : function( argument ); constraints )}; the argument is null for a count. */
    public record Accumulate(
            PatternText pattern,
            String variable,
            String function,
            Expr argument,
            List<Argument> constraints,
            Position at,
            Position functionAt)
            implements Condition {}

    /** {@code variable : Type( arguments )}; the variable may be null. */
    public record PatternText(String variable, String type, List<Argument> arguments, Position at, Position typeAt) {}

    /** What stands between the brackets of a pattern. */
    public sealed interface Argument {
        Position at();
    }

    /** {@code $variable : field}. */
    public record Bind(String variable, Expr field, Position at) implements Argument {}

    public record Compare(Expr left, String operator, Expr right, Position at) implements Argument {}

    /** {@code field in ( values )} or {@code not in}. */
    public record In(Expr left, boolean negated, List<Expr> values, Position at) implements Argument {}

    public sealed interface Expr {
        Position at();
    }

    /** A field of the pattern, or the type on which a static method is called. */
    public record Word(String name, Position at) implements Expr {}

    public record Variable(String name, Position at) implements Expr {}

    /** {@code this}: the fact itself. */
    public record This(Position at) implements Expr {}

    /** A text, a number, true, false or null: the value is a String, BigDecimal, Boolean or null. */
    public record Literal(Object value, Position at) implements Expr {
        public boolean isNumber() {
            return value instanceof BigDecimal;
        }
    }

    public record Call(Expr target, String method, List<Expr> arguments, Position at) implements Expr {}

    public record Arithmetic(Expr left, String operator, Expr right, Position at) implements Expr {}
}
