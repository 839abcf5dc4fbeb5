package io.omerta.scenarios.load;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.omerta.scenarios.model.InvalidInputException;
import io.omerta.sim.network.region.AccessType;
import io.omerta.sim.network.region.DelayLaw;
import io.omerta.sim.network.region.NetworkPreset;
import io.omerta.sim.network.region.NetworkPreset.Assignment;
import io.omerta.sim.network.region.Region;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class PresetLoaderTest {
    private static List<String> shipped() {
        return PresetLoader.shippedNames();
    }

    @ParameterizedTest
    @MethodSource("shipped")
    void delaysAreSymmetric(String name) {
        List<List<Double>> matrix = PresetLoader.load(name).meanDelayMillis();
        assertEquals(6, matrix.size());
        for (int from = 0; from < 6; from++) {
            for (int to = 0; to < 6; to++) {
                assertEquals(matrix.get(from).get(to), matrix.get(to).get(from), from + " to " + to);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("shipped")
    void sharesSumToOne(String name) {
        NetworkPreset preset = PresetLoader.load(name);
        assertEquals(1, preset.regions().stream().mapToDouble(Region::share).sum(), 1e-12);
        assertEquals(
                1, preset.accessTypes().stream().mapToDouble(AccessType::share).sum(), 1e-12);
    }

    /** Over the upper triangle with the diagonal, so that the order of regions does not matter. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            omerta        | 3505
            simblock-2019 | 3430
            simblock-2015 | 3925
            """)
    void theDelaysOfEachPresetSumToThoseOfThePublishedMatrix(String name, double sum) {
        List<List<Double>> matrix = PresetLoader.load(name).meanDelayMillis();
        double total = 0;
        for (int from = 0; from < 6; from++) {
            for (int to = from; to < 6; to++) {
                total += matrix.get(from).get(to);
            }
        }
        assertEquals(sum, total);
    }

    @ParameterizedTest
    @CsvSource({
        "omerta, japan, japan, 2",
        "omerta, asia, japan, 42",
        "omerta, europe, australia, 350",
        "omerta, south_america, asia, 340",
        "simblock-2019, europe, europe, 11",
        "simblock-2019, asia_pacific, japan, 58",
        "simblock-2019, south_america, asia_pacific, 325",
        "simblock-2019, australia, europe, 294",
        "simblock-2015, japan, japan, 9",
        "simblock-2015, asia_pacific, south_america, 347",
        "simblock-2015, north_america, asia_pacific, 310",
        "simblock-2015, australia, australia, 22"
    })
    void singleDelaysAreThePublishedOnes(String name, String from, String to, double millis) {
        NetworkPreset preset = PresetLoader.load(name);
        assertEquals(
                millis, preset.meanDelayMillis().get(preset.regionIndex(from)).get(preset.regionIndex(to)));
    }

    @Test
    void omertaHasEightConnectionsAndAParetoLaw() {
        NetworkPreset preset = PresetLoader.load("omerta");
        assertEquals(new DelayLaw.Pareto(5), preset.delayLaw());
        assertEquals(Assignment.INDEPENDENT, preset.assignment());
        assertEquals(8, preset.accessTypes().size());
        assertEquals(
                new AccessType("4g_lte", "4G LTE", 0.08, 10_000_000, 50_000_000, 40_000_000, 0.02),
                preset.accessTypes().get(preset.accessIndex("4g_lte")));
        assertEquals(
                new AccessType("satellite_geo", "GEO Satellite", 0, 5_000_000, 25_000_000, 600_000_000, 0.02),
                preset.accessTypes().get(preset.accessIndex("satellite_geo")));
    }

    @Test
    void simBlockHasRegionalRatesAndItsDegreeTable() {
        NetworkPreset preset = PresetLoader.load("simblock-2019");
        assertEquals(new DelayLaw.SimBlockPareto(), preset.delayLaw());
        assertEquals(Assignment.QUOTA, preset.assignment());
        assertEquals(
                new Region("japan", "Japan", 0.0224, 10_200_000, 22_800_000),
                preset.regions().get(4));
        double[] cumulative = {
            .025, .050, .075, .10, .20, .30, .40, .50, .60, .70, .80, .85, .90, .95, .97, .97, .98, .99, .995, 1.0
        };
        double sum = 0;
        for (int i = 0; i < cumulative.length; i++) {
            sum += preset.degreeDistribution().get(i);
            assertEquals(cumulative[i], sum, 1e-12, "up to " + (i + 1) + " links");
        }
        assertEquals(
                preset.degreeDistribution(), PresetLoader.load("simblock-2015").degreeDistribution());
    }

    @Test
    void mistakesInAPresetFileAreReportedInThatFile(@TempDir Path directory) throws IOException {
        Path file = directory.resolve("p.yaml");
        Files.writeString(
                file,
                """
                name: p
                title: P
                source: invented
                regions:
                  - {key: here, name: Here, share: 0.5}
                  - {key: here, name: There, share: 0.4, upload: 1 Mbit/s}
                mean_delay: {matrix: {here: [1]}}
                delay_law: {law: constant}
                assignment: quotas
                connections: [{key: wire, name: Wire, share: 1}]
                """);
        InvalidInputException thrown =
                assertThrows(InvalidInputException.class, () -> PresetLoader.load(file.toString()));
        assertEquals(
                """
                p.yaml:6:11: error: duplicate region "here"
                p.yaml:6:50: error: regions[1] gives one rate only
                p.yaml:9:13: error: unknown value "quotas" for assignment""",
                String.join(
                        "\n",
                        String.valueOf(thrown.getMessage())
                                .replace(directory + "/", "")
                                .lines()
                                .filter(line -> line.startsWith("p.yaml"))
                                .toList()));
    }
}
