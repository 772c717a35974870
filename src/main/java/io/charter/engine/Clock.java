package io.charter.engine;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Looks at all watches that are under way, now and then. One thread does it for all, as long as there are any: an alarm for each
 * scenario would have to be set and taken back, and wakes a thread.
 */
final class Clock {

    private static final long TICK_MILLIS = 50;
    private static final int IDLE_TICKS = 100;
    private static final Set<Watch> WATCHES = ConcurrentHashMap.newKeySet();

    private static volatile boolean running;

    private Clock() {}

    static void add(Watch watch) {
        WATCHES.add(watch);
        if (!running) {
            start();
        }
    }

    static void remove(Watch watch) {
        WATCHES.remove(watch);
    }

    private static synchronized void start() {
        if (!running) {
            running = true;
            Thread thread = new Thread(Clock::run, "limits");
            thread.setDaemon(true);
            thread.start();
        }
    }

    private static void run() {
        try {
            int idle = 0;
            while (idle < IDLE_TICKS) {
                Thread.sleep(TICK_MILLIS);
                long now = System.nanoTime();
                idle = WATCHES.isEmpty() ? idle + 1 : 0;
                WATCHES.forEach(watch -> watch.look(now));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            running = false;
            // One that came between the last look and now has not seen that the clock stops.
            if (!WATCHES.isEmpty()) {
                start();
            }
        }
    }
}
