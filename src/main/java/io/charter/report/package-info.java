/** Writes trees of reasons, and reports of everything that is decided of a scenario, in formats for people and programs. */
package io.charter.report;
