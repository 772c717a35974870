package io.charter.cli;

import io.charter.scenario.ScenarioFiles;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Decides scenarios on several threads, some at a time, and hands the results over in the order of the scenarios. Only so many are
 * under way at once that memory does not grow with the number of scenarios.
 *
 * @param <R> what becomes of a scenario
 */
final class Batch<R> implements AutoCloseable {

    /** A thread takes as many scenarios at a time as make each take less, unless they are large or there may be few of them. */
    private static final int MOST_TOGETHER = 32;

    private static final int MOST_CHARACTERS_TOGETHER = 200_000;

    /** What a scenario that has been parsed already counts for: more than most have, as its size is not known. */
    private static final int CHARACTERS_OF_A_DOCUMENT = 25_000;

    private final Function<List<ScenarioFiles.Item>, List<R>> decide;
    private final Function<List<ScenarioFiles.Item>, List<R>> decideOnly;
    private final Consumer<R> to;
    private final ExecutorService pool;
    private final int mostUnderWay;
    private final Deque<Future<List<R>>> underWay = new ArrayDeque<>();
    private List<ScenarioFiles.Item> together = new ArrayList<>();
    private long characters;
    private int started;

    /**
     * @param decide decides some of several, and gives what becomes of them in their order
     * @param decideOnly decides a scenario that is the only one
     */
    Batch(
            int threads,
            Function<List<ScenarioFiles.Item>, List<R>> decide,
            Function<List<ScenarioFiles.Item>, List<R>> decideOnly,
            Consumer<R> to) {
        this.decide = decide;
        this.decideOnly = decideOnly;
        this.to = to;
        this.pool = threads <= 1
                ? null
                : Executors.newFixedThreadPool(threads, work -> {
                    Thread thread = new Thread(work, "decider");
                    thread.setDaemon(true);
                    return thread;
                });
        this.mostUnderWay = 2 * threads + 2;
    }

    void add(ScenarioFiles.Item item) {
        if (started == 0 && !together.isEmpty()) {
            start();
        }
        together.add(item);
        characters +=
                item.text() == null ? CHARACTERS_OF_A_DOCUMENT : item.text().length();
        // The first one waits for a second: if it stays alone, less is to be made ready.
        int enough = Math.min(MOST_TOGETHER, 1 + started / mostUnderWay);
        if (started > 0 && (together.size() >= enough || characters >= MOST_CHARACTERS_TOGETHER)) {
            start();
        }
    }

    private void start() {
        List<ScenarioFiles.Item> items = together;
        together = new ArrayList<>();
        characters = 0;
        started++;
        if (pool == null) {
            decide.apply(items).forEach(to);
            return;
        }
        while (underWay.size() >= mostUnderWay) {
            handOver();
        }
        underWay.add(pool.submit(() -> decide.apply(items)));
    }

    /** Waits for all that is under way. */
    void finish() {
        if (started == 0) {
            decideOnly.apply(together).forEach(to);
        } else if (!together.isEmpty()) {
            start();
        }
        while (!underWay.isEmpty()) {
            handOver();
        }
    }

    private void handOver() {
        try {
            underWay.remove().get().forEach(to);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new IllegalStateException(e.getCause());
        }
    }

    @Override
    public void close() {
        if (pool != null) {
            pool.shutdownNow();
        }
    }
}
