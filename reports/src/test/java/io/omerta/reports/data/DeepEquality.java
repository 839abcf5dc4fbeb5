package io.omerta.reports.data;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.lang.reflect.Array;
import java.lang.reflect.RecordComponent;
import java.util.List;

/** Equality of records by value, arrays included: a record compares its arrays by identity. */
final class DeepEquality {
    private DeepEquality() {}

    static void assertDeepEquals(Object expected, Object actual) {
        compare(expected.getClass().getSimpleName(), expected, actual);
    }

    private static void compare(String path, Object expected, Object actual) {
        if (expected instanceof Record) {
            assertEquals(expected.getClass(), actual.getClass(), path);
            for (RecordComponent component : expected.getClass().getRecordComponents()) {
                compare(path + "." + component.getName(), value(component, expected), value(component, actual));
            }
        } else if (expected instanceof List<?> list) {
            assertEquals(list.size(), ((List<?>) actual).size(), path);
            for (int i = 0; i < list.size(); i++) {
                compare(path + "[" + i + "]", list.get(i), ((List<?>) actual).get(i));
            }
        } else if (expected.getClass().isArray()) {
            assertEquals(Array.getLength(expected), Array.getLength(actual), path);
            for (int i = 0; i < Array.getLength(expected); i++) {
                compare(path + "[" + i + "]", Array.get(expected, i), Array.get(actual, i));
            }
        } else {
            assertEquals(expected, actual, path);
        }
    }

    private static Object value(RecordComponent component, Object record) {
        try {
            component.getAccessor().setAccessible(true);
            return component.getAccessor().invoke(record);
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(component.toString(), e);
        }
    }
}
