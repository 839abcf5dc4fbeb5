package io.omerta.sim.record;

/**
 * What became of one property of a run.
 *
 * @param id machine name, unique in the run, such as "accounting" or "expect[0]"
 * @param kind "always", "sometimes" or "stat"
 * @param statement the property in words
 * @param outcome result
 * @param measured what was measured, with interval and unit, in words
 * @param evidence where it was first violated (replication, virtual time, event), or ""
 * @param replay command that reproduces it, or ""
 */
public record Verdict(
        String id, String kind, String statement, Outcome outcome, String measured, String evidence, String replay) {}
