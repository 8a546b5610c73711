package io.curlake.jobs.run.record;

/** Is told of each stage of a run when it is done. */
public interface StageLog {
    StageLog SILENT = stage -> {};

    void done(Stage stage);
}
