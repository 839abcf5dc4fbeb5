# Sourced by mvnw and omerta, so that both choose the same JDK.

# Prints the feature version of the JDK in directory $1 (17, 21, ...), or 0 where there is no JDK.
# The release file is read rather than java run: it costs nothing.
jdk_feature_version() {
    feature=0
    if [ -x "$1/bin/javac" ] && [ -r "$1/release" ]; then
        while IFS='=' read -r key value; do
            if [ "$key" = JAVA_VERSION ]; then
                feature=${value#\"}
                feature=${feature%%[!0-9]*}
            fi
        done <"$1/release"
    fi
    echo "${feature:-0}"
}

# Prints the home of a JDK 17 or newer: JAVA_HOME, then the PATH, then the places where systems keep them.
# Returns 1 where there is none.
find_jdk() {
    javac=$(command -v javac) || javac=
    javac=$(readlink -f "${javac:-/nonexistent}" 2>/dev/null) || javac=
    for candidate in "${JAVA_HOME:-}" "${javac%/bin/javac}" /usr/lib/jvm/* /opt/java/*; do
        if [ -n "$candidate" ] && [ "$(jdk_feature_version "$candidate")" -ge 17 ]; then
            echo "$candidate"
            return 0
        fi
    done
    if [ -x /usr/libexec/java_home ]; then # macOS
        candidate=$(/usr/libexec/java_home -v 17+ 2>/dev/null) || candidate=
        if [ -n "$candidate" ] && [ "$(jdk_feature_version "$candidate")" -ge 17 ]; then
            echo "$candidate"
            return 0
        fi
    fi
    return 1
}
