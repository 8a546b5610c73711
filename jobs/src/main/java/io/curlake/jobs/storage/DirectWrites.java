package io.curlake.jobs.storage;

import java.io.IOException;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.mapreduce.JobContext;
import org.apache.hadoop.mapreduce.TaskAttemptContext;
import org.apache.spark.internal.io.FileCommitProtocol;
import org.apache.spark.internal.io.FileNameSpec;
import scala.Option;
import scala.collection.immutable.Seq;
import scala.jdk.javaapi.CollectionConverters;

/**
 * Lets tasks write straight to their final, unique names and collects those of the attempts that succeeded. Nothing is
 * renamed (on S3 a rename is a copy): a file counts once a table's log names it, and only then.
 */
@SuppressWarnings("InlineMeSuggester") // the deprecated methods are abstract in Spark
final class DirectWrites extends FileCommitProtocol implements Serializable {
    private static final String NUMBER_FOLDER = PinnedFiles.FILE + "=";

    private final String folder;
    private final String writeId;
    private transient List<NumberedFile> committed = List.of();
    private transient List<NumberedFile> written = new ArrayList<>();

    DirectWrites(String folder, String writeId) {
        this.folder = folder;
        this.writeId = writeId;
    }

    /** The files of the committed tasks, after the job. */
    List<NumberedFile> committed() {
        return committed;
    }

    @Override
    public void setupJob(JobContext job) {}

    @Override
    public void commitJob(JobContext job, Seq<TaskCommitMessage> messages) {
        List<NumberedFile> files = new ArrayList<>();
        for (TaskCommitMessage message : CollectionConverters.asJava(messages)) {
            for (Object file : (List<?>) message.obj()) {
                files.add((NumberedFile) file);
            }
        }
        committed = List.copyOf(files);
    }

    @Override
    public void abortJob(JobContext job) {}

    @Override
    public void setupTask(TaskAttemptContext task) {
        written = new ArrayList<>();
    }

    @Override
    public String newTaskTempFile(TaskAttemptContext task, Option<String> directory, FileNameSpec spec) {
        int number = directory.isEmpty() ? 0 : Integer.parseInt(directory.get().substring(NUMBER_FOLDER.length()));
        int attempt = task.getTaskAttemptID().getTaskID().getId();
        String uri = "%s/part-%05d-%s-%05d-%d%s"
                .formatted(
                        folder,
                        number,
                        writeId,
                        attempt,
                        task.getTaskAttemptID().getId(),
                        written.size() + spec.suffix());
        written.add(new NumberedFile(number, new StoredObject(uri, 0, "")));
        return uri;
    }

    @Override
    @Deprecated
    public String newTaskTempFile(TaskAttemptContext task, Option<String> directory, String extension) {
        return newTaskTempFile(task, directory, new FileNameSpec("", extension));
    }

    @Override
    @Deprecated
    public String newTaskTempFileAbsPath(TaskAttemptContext task, String directory, String extension) {
        throw new IllegalStateException("a table's files lie in its own folder, not in " + directory);
    }

    @Override
    public TaskCommitMessage commitTask(TaskAttemptContext task) {
        List<NumberedFile> closed = new ArrayList<>();
        for (NumberedFile file : written) {
            closed.add(new NumberedFile(file.number(), closed(file.object().uri(), task)));
        }
        return new TaskCommitMessage(closed);
    }

    @Override
    public void abortTask(TaskAttemptContext task) {
        for (NumberedFile file : written) {
            try {
                Path path = Storage.path(file.object().uri());
                path.getFileSystem(task.getConfiguration()).delete(path, false);
            } catch (IOException e) {
                // No log names the file, so it is only litter, which housekeeping removes.
                log().warn("Cannot remove {}: {}", file.object().uri(), e.getMessage());
            }
        }
    }

    static StoredObject closed(String uri, TaskAttemptContext task) {
        try {
            Path path = Storage.path(uri);
            return Storage.stored(path.getFileSystem(task.getConfiguration()).getFileStatus(path));
        } catch (IOException e) {
            throw StorageErrors.cannotWrite(uri, e);
        }
    }
}
