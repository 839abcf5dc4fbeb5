package io.omerta.architecture.violations.determinism;

import java.io.File;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.FileReader;
import java.io.FileWriter;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.net.Socket;
import java.net.URL;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.net.SocketFactory;

/** Every method reaches outside the process. */
public final class FilesAndSockets {
    boolean file() {
        return new File("x").exists();
    }

    int input() throws IOException {
        return new FileInputStream("x").read();
    }

    void output() throws IOException {
        new FileOutputStream("x").close();
    }

    int reader() throws IOException {
        return new FileReader("x").read();
    }

    void writer() throws IOException {
        new FileWriter("x").close();
    }

    long random() throws IOException {
        return new RandomAccessFile("x", "r").length();
    }

    boolean path() {
        return Files.exists(Path.of("x"));
    }

    long channel(FileChannel channel) throws IOException {
        return channel.size();
    }

    Object socket() {
        return new Socket();
    }

    Object url() throws IOException {
        return new URL("file:x").getContent();
    }

    Object factory() {
        return SocketFactory.getDefault();
    }
}
