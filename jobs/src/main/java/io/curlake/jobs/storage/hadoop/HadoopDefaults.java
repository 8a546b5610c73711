package io.curlake.jobs.storage.hadoop;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.mapreduce.util.ConfigUtil;

/** The settings that Hadoop brings with it, of services that no job talks to. */
public final class HadoopDefaults {
    private static final String YARN = "yarn-default.xml";

    private HadoopDefaults() {}

    /**
     * Takes YARN's defaults away; what somebody has set stays. Spark sends all settings along with every job, task and
     * broadcast, each compressed by itself: half of those milliseconds are YARN's, and nothing in a job reads them.
     */
    public static void withoutYarn(Configuration settings) {
        // They come with MapReduce's classes, which the first file that Spark reads or writes brings.
        ConfigUtil.loadResources();
        List<String> defaults = new ArrayList<>();
        for (Map.Entry<String, String> setting : settings) {
            String[] sources = settings.getPropertySources(setting.getKey());
            if (sources != null && sources.length > 0 && sources[sources.length - 1].equals(YARN)) {
                defaults.add(setting.getKey());
            }
        }
        defaults.forEach(settings::unset);
    }
}
