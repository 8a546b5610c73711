package io.curlake.jobs.sample.plan;

/**
 * What every tick of the sample starts with; the rest of its rows is on-demand usage.
 *
 * @param planRows rows of each Savings Plan: the recurring fee, then groups of a negation and the usage it cancels
 * @param reservationRows rows of covered usage of each reservation
 * @param clusterNodes container hosts, each with the split cost of its containers
 * @param plantedRows rows of planted waste
 */
public record TickShape(int planRows, int reservationRows, int clusterNodes, int plantedRows) {
    public static final int PLANS = 3;
    public static final int RESERVATIONS = 3;
    /** A container host, then vCPU and memory of four containers. */
    public static final int NODE_ROWS = 9;

    static TickShape of(long rowsPerTick, boolean splitCost, int plantedRows) {
        return new TickShape(
                (int) Math.max(4, rowsPerTick / 20),
                (int) Math.max(1, rowsPerTick / 30),
                splitCost ? (int) Math.max(1, rowsPerTick / 120) : 0,
                plantedRows);
    }

    int rows() {
        return PLANS * planRows + RESERVATIONS * reservationRows + clusterNodes * NODE_ROWS + plantedRows;
    }
}
