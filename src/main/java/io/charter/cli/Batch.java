package io.charter.cli;

import io.charter.scenario.ScenarioFiles;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Decides scenarios on several threads and hands the results over in the order of the scenarios. Only so many are under way at
 * once that memory does not grow with the number of scenarios.
 *
 * @param <R> what becomes of a scenario
 */
final class Batch<R> implements AutoCloseable {

    private static final int UNDER_WAY_PER_THREAD = 32;

    private final Function<ScenarioFiles.Item, R> decide;
    private final Consumer<R> to;
    private final ExecutorService pool;
    private final int most;
    private final Deque<Future<R>> underWay = new ArrayDeque<>();

    Batch(int threads, Function<ScenarioFiles.Item, R> decide, Consumer<R> to) {
        this.decide = decide;
        this.to = to;
        this.pool = threads <= 1
                ? null
                : Executors.newFixedThreadPool(threads, work -> {
                    Thread thread = new Thread(work, "decider");
                    thread.setDaemon(true);
                    return thread;
                });
        this.most = threads * UNDER_WAY_PER_THREAD;
    }

    void add(ScenarioFiles.Item item) {
        if (pool == null) {
            to.accept(decide.apply(item));
            return;
        }
        while (underWay.size() >= most) {
            handOver();
        }
        underWay.add(pool.submit(() -> decide.apply(item)));
    }

    /** Waits for all that is under way. */
    void finish() {
        while (!underWay.isEmpty()) {
            handOver();
        }
    }

    private void handOver() {
        try {
            to.accept(underWay.remove().get());
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
