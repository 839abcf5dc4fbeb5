package io.omerta.scenarios.load;

import io.omerta.scenarios.load.schema.SchemaNode;
import io.omerta.scenarios.load.schema.UnionSchema;
import io.omerta.sim.network.workload.WorkloadSpec;
import java.util.List;

/** Lists the kinds of workload; each is declared in a class of its own. */
final class WorkloadSchema {
    static final SchemaNode<WorkloadSpec> UNION = UnionSchema.of(
            "a workload",
            "type",
            List.of(BlockPropagationSchema.KIND, GossipSchema.KIND, PingSchema.KIND, SessionsSchema.KIND));

    private WorkloadSchema() {}
}
