package kconfigls.lsp;

import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.DoubleSupplier;

/**
 * Tells the client and the one who started the process, once each, what failed in the server. What
 * failed has lost its answer, and the server goes on; it ends where it could only fail again, so
 * that the client starts it anew.
 */
final class Faults {
  /** With less free memory than this after a collection, the next request fails as well. */
  private static final double LEAST_FREE = 0.1;

  /** So often something may lack memory that is free after a collection, such as a hover. */
  private static final int MOST_SHORTAGES = 5;

  private final Session session;
  private final Host host;
  private final DoubleSupplier freeMemory;
  private final AtomicInteger shortages = new AtomicInteger();
  private final Set<String> told = ConcurrentHashMap.newKeySet();

  Faults(Session session, Host host) {
    this(session, host, Faults::freeAfterCollection);
  }

  /**
   * @param freeMemory collects garbage; the part of the memory that is free then, from 0 to 1
   */
  Faults(Session session, Host host, DoubleSupplier freeMemory) {
    this.session = session;
    this.host = host;
    this.freeMemory = freeMemory;
  }

  private static double freeAfterCollection() {
    System.gc();
    Runtime runtime = Runtime.getRuntime();
    long used = runtime.totalMemory() - runtime.freeMemory();
    return 1 - (double) used / runtime.maxMemory();
  }

  /** Work that ends nothing when it fails. */
  Runnable guard(String what, Runnable work) {
    return () -> {
      try {
        work.run();
      } catch (CancellationException | RejectedExecutionException e) {
        // nobody wants it any more, or the session has ended
      } catch (RuntimeException | Error e) {
        report(what, e);
      }
    };
  }

  /**
   * Tells of a failure.
   *
   * @param what was going on, such as {@code the values}
   */
  void report(String what, Throwable fault) {
    if (told.add(kind(fault))) {
      String text = what + " failed: " + describe(fault);
      host.errors().accept(text);
      session.showError(text);
    }
    if (fault instanceof LinkageError) {
      end("a part of the program could not be loaded");
    } else if (fault instanceof OutOfMemoryError && isShort()) {
      end("the memory is full");
    }
  }

  /** Whether the next request would lack memory as well: little is free, or it was so before. */
  private boolean isShort() {
    return shortages.incrementAndGet() >= MOST_SHORTAGES || freeMemory.getAsDouble() < LEAST_FREE;
  }

  /** What is told once: the same fault may come from each file, or with each edit. */
  private static String kind(Throwable fault) {
    StackTraceElement[] trace = fault.getStackTrace();
    boolean anywhere = fault instanceof VirtualMachineError || trace.length == 0;
    return fault.getClass().getName() + (anywhere ? "" : " at " + trace[0]);
  }

  /** What happened, in one line, for users and for a report of a bug. */
  static String describe(Throwable fault) {
    if (fault instanceof OutOfMemoryError) {
      return (Runtime.getRuntime().maxMemory() >> 20) + " MB of memory are not enough";
    }
    StackTraceElement[] trace = fault.getStackTrace();
    String text = String.valueOf(fault).lines().findFirst().orElse("");
    return "internal error: " + text + (trace.length > 0 ? " at " + trace[0] : "");
  }

  private void end(String why) {
    host.errors().accept(why + ", so the server ends; the client can start it again");
    host.exit().accept(Host.FAULT);
  }
}
