package io.omerta.reports.data;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.cfg.MapperConfig;
import com.fasterxml.jackson.databind.introspect.AnnotatedClass;
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.omerta.sim.record.Chart;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * How this project writes JSON: snake_case names, enum constants in lower case, two spaces, line feeds. Reading is
 * strict: no field may be missing, unknown, null or there twice, no number may be text. NaN and infinities are the texts
 * "NaN", "Infinity" and "-Infinity", since JSON numbers cannot hold them.
 */
public final class JsonFormat {
    /** Version of the layout of every JSON file of a run directory. */
    public static final int SCHEMA_VERSION = 1;

    private static final JsonMapper MAPPER = mapper();
    private static final DefaultPrettyPrinter PRINTER = printer();

    private JsonFormat() {}

    static JsonMapper strictMapper() {
        return MAPPER;
    }

    /** A tree or record as indented JSON, with a line feed at the end. */
    public static String text(Object value) {
        try {
            return MAPPER.writer(PRINTER).writeValueAsString(value) + "\n";
        } catch (JsonProcessingException e) {
            throw new AssertionError("a record of the results model has no JSON form", e);
        }
    }

    /** The names of the kinds of chart. */
    static List<String> chartKinds() {
        return Arrays.stream(ChartKinds.class.getAnnotation(JsonSubTypes.class).value())
                .map(JsonSubTypes.Type::name)
                .toList();
    }

    private static JsonMapper mapper() {
        JsonMapper mapper = JsonMapper.builder()
                .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
                .annotationIntrospector(new LowerCaseEnums())
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
                .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                .enable(DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
                .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
                .addMixIn(Chart.class, ChartKinds.class)
                .build();
        mapper.setDefaultSetterInfo(JsonSetter.Value.construct(Nulls.FAIL, Nulls.FAIL));
        return mapper;
    }

    private static DefaultPrettyPrinter printer() {
        // The default indenter ends lines as the platform does, which would make the bytes depend on it.
        DefaultIndenter lines = new DefaultIndenter("  ", "\n");
        DefaultPrettyPrinter printer = new DefaultPrettyPrinter(
                Separators.createDefaultInstance().withObjectFieldValueSpacing(Separators.Spacing.AFTER));
        printer.indentObjectsWith(lines);
        return printer;
    }

    /** Jackson's own feature for this follows the locale of the machine, and a Turkish one writes "vıolated". */
    private static final class LowerCaseEnums extends JacksonAnnotationIntrospector {
        private static final long serialVersionUID = 1L;

        @Override
        public String[] findEnumValues(
                MapperConfig<?> config, AnnotatedClass type, Enum<?>[] constants, String[] names) {
            return Arrays.stream(constants)
                    .map(constant -> constant.name().toLowerCase(Locale.ROOT))
                    .toArray(String[]::new);
        }
    }

    /** Names the kind of a chart in its JSON object. */
    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = Chart.Lines.class, name = "lines"),
        @JsonSubTypes.Type(value = Chart.StackedAreas.class, name = "stacked_areas"),
        @JsonSubTypes.Type(value = Chart.Bars.class, name = "bars"),
        @JsonSubTypes.Type(value = Chart.Boxes.class, name = "boxes"),
        @JsonSubTypes.Type(value = Chart.HeatMap.class, name = "heat_map")
    })
    private interface ChartKinds {}
}
