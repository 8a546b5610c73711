# The JDK and Maven that ./curlake and notebooks/start need. Whoever sources this defines refuse: a sentence, then a line each of what to do.

is_jdk_17() {
    [ -x "$1/bin/java" ] && [ -x "$1/bin/javac" ] && grep -qs '^JAVA_VERSION="17[."]' "$1/release"
}

find_jdk() {
    local candidates=("${JAVA_HOME:-}") java candidate
    if java=$(command -v java); then
        java=$(readlink -f "$java" 2>/dev/null || echo "$java")
        candidates+=("${java%/bin/java}")
    fi
    candidates+=(/usr/lib/jvm/*17* /Library/Java/JavaVirtualMachines/*17*/Contents/Home
        /opt/homebrew/opt/openjdk@17/libexec/openjdk.jdk/Contents/Home
        /usr/local/opt/openjdk@17/libexec/openjdk.jdk/Contents/Home "${HOME:-}"/.sdkman/candidates/java/17*)
    for candidate in "${candidates[@]}"; do
        if is_jdk_17 "$candidate"; then
            export JAVA_HOME=$candidate
            return
        fi
    done
    refuse "Cannot start: JDK 17 is missing (Hadoop and Spark run on no newer one). Install it:" \
        "Debian, Ubuntu   sudo apt-get install openjdk-17-jdk-headless" \
        "macOS            brew install openjdk@17" \
        "SDKMAN           sdk install java 17-tem" \
        "or set JAVA_HOME to one that is installed."
}

require_maven() {
    command -v mvn >/dev/null || refuse "Cannot build: Maven 3.8.7 or newer is missing. Install it:" \
        "Debian, Ubuntu   sudo apt-get install maven" \
        "macOS            brew install maven" \
        "SDKMAN           sdk install maven"
}
