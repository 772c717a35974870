package io.charter.text;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;

/** English: 18 January 2026; 1,000,000,000.01; "the council". */
final class English implements Language {

    private static final List<String> MONTHS = List.of(
            "January",
            "February",
            "March",
            "April",
            "May",
            "June",
            "July",
            "August",
            "September",
            "October",
            "November",
            "December");

    @Override
    public String code() {
        return "en";
    }

    @Override
    public String date(LocalDate date) {
        return date.getDayOfMonth() + " " + MONTHS.get(date.getMonthValue() - 1) + " " + date.getYear();
    }

    @Override
    public String number(BigDecimal amount) {
        return Language.grouped(amount, ",", ".");
    }

    @Override
    public boolean plural(long count) {
        return count != 1;
    }

    @Override
    public Set<String> forms() {
        return Set.of("the", "The");
    }

    @Override
    public String name(String form, Name name) {
        return "The".equals(form) ? Language.capital(name.text()) : name.text();
    }

    @Override
    public String and() {
        return "and";
    }

    @Override
    public String yes() {
        return "yes";
    }

    @Override
    public String no() {
        return "no";
    }
}
