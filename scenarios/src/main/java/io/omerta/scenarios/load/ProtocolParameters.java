package io.omerta.scenarios.load;

import io.omerta.protocol.explore.ParameterText;
import io.omerta.protocol.language.model.ParameterModel;
import io.omerta.protocol.language.model.ProtocolModel;
import io.omerta.protocol.language.model.Type;
import io.omerta.protocol.machine.TransactionSpec;
import io.omerta.protocol.transaction.ShippedTransactions;
import io.omerta.protocol.wire.Value;
import io.omerta.scenarios.load.schema.EitherSchema;
import io.omerta.scenarios.load.schema.EitherSchema.Form;
import io.omerta.scenarios.load.schema.EitherSchema.Shape;
import io.omerta.scenarios.load.schema.MapSchema;
import io.omerta.scenarios.load.schema.Names;
import io.omerta.scenarios.load.schema.NumberSchema;
import io.omerta.scenarios.load.schema.QuantitySchema;
import io.omerta.scenarios.load.schema.Range;
import io.omerta.scenarios.load.schema.Reading;
import io.omerta.scenarios.load.schema.SchemaNode;
import io.omerta.scenarios.load.yaml.Span;
import io.omerta.scenarios.load.yaml.YamlNode;
import io.omerta.sim.network.workload.SessionProtocol;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Declares other values for parameters of the shipped transactions. */
final class ProtocolParameters {
    /**
     * A value as written.
     *
     * @param text a number; of milliseconds if it is a duration
     */
    record Given(String text, boolean isDuration) {}

    /** The shipped transactions that sessions are made of; reading them takes longer than a scenario. */
    private static final List<ProtocolModel> MODELS = List.of(
            ShippedTransactions.ESCROW_LOCK.model(),
            ShippedTransactions.CABAL_ATTESTATION.model(),
            ShippedTransactions.SETTLEMENT.model());

    private static final SchemaNode<Given> VALUE = new EitherSchema<>(List.of(
            new Form<>(Shape.NUMBER, new NumberSchema(Range.atLeast(0)).map(ProtocolParameters::number)),
            new Form<>(
                    Shape.TEXT,
                    QuantitySchema.durationAtLeast(0)
                            .map(nanos -> new Given(Long.toString(TimeUnit.NANOSECONDS.toMillis(nanos)), true)))));

    static final SchemaNode<Map<String, Given>> SCHEMA =
            new MapSchema<>(Names.Kind.PARAMETER, "WITNESS_COUNT", VALUE).refine(ProtocolParameters::check);

    private ProtocolParameters() {}

    private static Given number(double number) {
        return new Given(BigDecimal.valueOf(number).stripTrailingZeros().toPlainString(), false);
    }

    private static @Nullable Map<String, Given> check(Map<String, Given> given, YamlNode node, Reading reading) {
        Map<String, ParameterModel> known = new LinkedHashMap<>();
        for (ProtocolModel model : MODELS) {
            model.parameters().forEach(parameter -> known.putIfAbsent(parameter.name(), parameter));
        }
        known.keySet().forEach(name -> reading.names().define(Names.Kind.PARAMETER, name, node.span()));
        reading.names().complete(Names.Kind.PARAMETER);
        boolean fine = true;
        for (Map.Entry<String, Given> entry : given.entrySet()) {
            ParameterModel parameter = known.get(entry.getKey());
            String problem = parameter == null ? "" : problem(parameter, entry.getValue());
            if (!problem.isEmpty()) {
                reading.problem(span(node, entry.getKey()), problem, "");
                fine = false;
            }
        }
        return fine ? given : null;
    }

    private static Span span(YamlNode node, String key) {
        YamlNode.Entry entry = node instanceof YamlNode.Mapping mapping ? mapping.find(key) : null;
        return entry == null ? node.span() : entry.value().span();
    }

    private static String problem(ParameterModel parameter, Given given) {
        boolean isDuration = parameter.type() == Type.Scalar.DURATION;
        if (isDuration != given.isDuration()) {
            return parameter.name() + " is "
                    + (isDuration ? "a duration, such as \"30 s\"" : "a number, in " + parameter.unit());
        }
        for (ProtocolModel model : MODELS) {
            if (model.parameters().contains(parameter)) {
                try {
                    ParameterText.read(model, Map.of(parameter.name(), given.text()));
                } catch (IllegalArgumentException unreadable) {
                    return String.valueOf(unreadable.getMessage());
                }
            }
        }
        return "";
    }

    /**
     * The transactions with those values.
     *
     * @param count how many of them nodes take part in, from 00 on
     */
    static SessionProtocol compile(Map<String, Given> given, int count) {
        List<TransactionSpec> transactions = new ArrayList<>();
        for (ProtocolModel model : MODELS) {
            Map<String, String> own = new LinkedHashMap<>();
            for (ParameterModel parameter : model.parameters()) {
                Given value = given.get(parameter.name());
                if (value != null) {
                    own.put(parameter.name(), value.text());
                }
            }
            Map<String, Value> values = ParameterText.read(model, own);
            transactions.add(TransactionSpec.compile(model, values));
        }
        return new SessionProtocol(transactions, count);
    }
}
