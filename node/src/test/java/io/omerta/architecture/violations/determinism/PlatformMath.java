package io.omerta.architecture.violations.determinism;

import java.util.function.DoubleUnaryOperator;

/** Every method may round differently on another machine. */
public final class PlatformMath {
    double sin(double x) {
        return Math.sin(x);
    }

    double cos(double x) {
        return Math.cos(x);
    }

    double tan(double x) {
        return Math.tan(x);
    }

    double asin(double x) {
        return Math.asin(x);
    }

    double acos(double x) {
        return Math.acos(x);
    }

    double atan(double x) {
        return Math.atan(x);
    }

    double sinh(double x) {
        return Math.sinh(x);
    }

    double cosh(double x) {
        return Math.cosh(x);
    }

    double tanh(double x) {
        return Math.tanh(x);
    }

    double exp(double x) {
        return Math.exp(x);
    }

    double expm1(double x) {
        return Math.expm1(x);
    }

    double log(double x) {
        return Math.log(x);
    }

    double log10(double x) {
        return Math.log10(x);
    }

    double log1p(double x) {
        return Math.log1p(x);
    }

    double cbrt(double x) {
        return Math.cbrt(x);
    }

    double atan2(double x) {
        return Math.atan2(x, 2);
    }

    double pow(double x) {
        return Math.pow(x, 2);
    }

    double hypot(double x) {
        return Math.hypot(x, 2);
    }

    DoubleUnaryOperator reference() {
        return Math::exp;
    }
}
