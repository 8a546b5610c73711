package io.curlake.jobs.cli.account;

import io.curlake.model.Refusal;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** The text of a CSV that was named on the command line. */
final class AccountFiles {
    private AccountFiles() {}

    static String content(Path file) {
        try {
            return Files.readString(file);
        } catch (NoSuchFileException e) {
            throw Refusal.usage("Cannot read accounts from " + file + ": there is no such file.");
        } catch (CharacterCodingException e) {
            throw Refusal.usage("Cannot read accounts from " + file + ": it is not UTF-8. Save it as \"CSV UTF-8\".");
        } catch (IOException e) {
            throw Refusal.usage("Cannot read accounts from " + file + ": " + e.getMessage() + ".");
        }
    }
}
