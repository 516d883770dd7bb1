package org.runincident.inventory;

import java.util.List;

/**
 * Everything found in the audited files, each list sorted by place.
 *
 * @param unresolvedDispatches switches and chains whose type could not be resolved: silent, and counted
 */
public record Inventory(
        List<StatusSite> statusSites,
        List<StatusTurn> statusTurns,
        List<ExceptionHandler> handlers,
        List<FinallyLeap> finallyLeaps,
        List<DroppedFuture> futures,
        List<OutcomeConsumer> consumers,
        int unresolvedDispatches,
        List<OutcomeCast> casts,
        List<VariantMirror> mirrors) {
    public Inventory {
        statusSites = List.copyOf(statusSites);
        statusTurns = List.copyOf(statusTurns);
        handlers = List.copyOf(handlers);
        finallyLeaps = List.copyOf(finallyLeaps);
        futures = List.copyOf(futures);
        consumers = List.copyOf(consumers);
        casts = List.copyOf(casts);
        mirrors = List.copyOf(mirrors);
    }
}
