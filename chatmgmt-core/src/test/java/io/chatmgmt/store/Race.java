package io.chatmgmt.store;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Lets several contenders start at the same instant, again and again. */
public final class Race implements AutoCloseable {

    private static final long PATIENCE_SECONDS = 30;

    private final ExecutorService runners = Executors.newCachedThreadPool();

    /** What each contender came back with, in order of the contenders. */
    @SafeVarargs
    public final <T> List<T> between(Callable<? extends T>... contenders) throws Exception {
        List<Callable<? extends T>> all = new ArrayList<>();
        for (Callable<? extends T> contender : contenders) {
            all.add(contender);
        }
        return between(all);
    }

    /** What each contender came back with, in order of the contenders. */
    public <T> List<T> between(List<? extends Callable<? extends T>> contenders) throws Exception {
        CyclicBarrier start = new CyclicBarrier(contenders.size());
        List<Future<T>> running = new ArrayList<>();
        for (Callable<? extends T> contender : contenders) {
            running.add(runners.submit(() -> {
                start.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
                return contender.call();
            }));
        }
        List<T> results = new ArrayList<>();
        for (Future<T> each : running) {
            results.add(result(each));
        }
        return results;
    }

    private static <T> T result(Future<T> future) throws InterruptedException, TimeoutException {
        try {
            return future.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            throw new AssertionError("a contender failed", e.getCause());
        }
    }

    @Override
    public void close() {
        runners.shutdownNow();
    }
}
