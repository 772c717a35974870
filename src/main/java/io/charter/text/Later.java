package io.charter.text;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A list or a map in a record that {@link RecordReader} reads when it is first asked for anything. What it holds and what other records hold, too,
 * is read twice then: equal, but not the same.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface Later {}
