package io.charter.bench;
final class DmnPeer implements Peer { public String decide(String s) { return s; } }
