package io.charter.bench;

public final class Inner {
    public static void main(String[] a) {}
}
