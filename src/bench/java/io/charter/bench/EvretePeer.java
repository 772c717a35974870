package io.charter.bench;
final class EvretePeer implements Peer { public String decide(String s) { return s; } }
