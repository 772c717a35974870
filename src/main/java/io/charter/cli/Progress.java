package io.charter.cli;

import java.util.concurrent.TimeUnit;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/** A progress bar on standard error, when that is a terminal and the work takes longer than a moment. */
final class Progress implements AutoCloseable {

    private static final long PATIENCE = TimeUnit.MILLISECONDS.toNanos(1500);

    private final boolean shown = Terminal.isError();
    private final long began = System.nanoTime();
    private long done;
    private ProgressBar bar;

    void step() {
        done++;
        if (!shown) {
            return;
        }
        if (bar == null && done > 1 && System.nanoTime() - began > PATIENCE) {
            bar = new ProgressBarBuilder()
                    .setTaskName("deciding")
                    .setUnit(" scenarios", 1)
                    .setInitialMax(-1)
                    .setStyle(ProgressBarStyle.ASCII)
                    .setConsumer(new ConsoleProgressBarConsumer(System.err, Terminal.width()))
                    .setUpdateIntervalMillis(500)
                    .clearDisplayOnFinish()
                    .build();
        }
        if (bar != null) {
            bar.stepTo(done);
        }
    }

    @Override
    public void close() {
        if (bar != null) {
            bar.close();
        }
    }
}
