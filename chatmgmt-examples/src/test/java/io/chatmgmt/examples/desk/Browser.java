package io.chatmgmt.examples.desk;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.stream.Stream;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.interactions.Actions;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;
import org.openqa.selenium.support.ui.WebDriverWait;

/** A browser of one person, without a window. */
final class Browser implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final ChromeDriver driver;
    private final Path profile;
    private final String address;

    private Browser(ChromeDriver driver, Path profile, String address) {
        this.driver = driver;
        this.profile = profile;
        this.address = address;
    }

    /** Opens one, or skips the test where there is no Chromium. */
    static Browser open(String address) {
        Optional<Path> chromium = find("chromium");
        Optional<Path> server = find("chromedriver");
        if (chromium.isEmpty() || server.isEmpty()) {
            System.out.println("skipped: there is no chromium with its chromedriver on this machine");
        }
        assumeTrue(chromium.isPresent() && server.isPresent());
        try {
            Path profile = Files.createTempDirectory("desk-browser");
            LoggingPreferences logs = new LoggingPreferences();
            logs.enable(LogType.BROWSER, Level.WARNING);
            ChromeOptions options = new ChromeOptions();
            options.setBinary(chromium.get().toFile());
            options.setCapability("goog:loggingPrefs", logs);
            options.addArguments(
                    "--headless",
                    "--no-sandbox",
                    "--disable-gpu",
                    "--disable-quic",
                    "--no-first-run",
                    "--disable-background-networking",
                    "--disable-component-update",
                    "--disable-sync",
                    "--hide-scrollbars",
                    "--user-data-dir=" + profile);
            ChromeDriverService service = new ChromeDriverService.Builder()
                    .usingDriverExecutable(server.get().toFile())
                    .build();
            return new Browser(new ChromeDriver(service, options), profile, address);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Optional<Path> find(String program) {
        return Stream.of(System.getenv("PATH").split(File.pathSeparator, -1))
                .map(folder -> Path.of(folder, program))
                .filter(Files::isExecutable)
                .findFirst();
    }

    void size(int width, int height) {
        driver.executeCdpCommand(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", width < 700));
    }

    /** Signs out, and whatever was being written is gone. */
    void forget() {
        driver.get(address + "/desk/icon.svg");
        driver.executeScript("sessionStorage.clear(); localStorage.clear()");
        driver.manage().deleteAllCookies();
    }

    void go(String path) {
        driver.get(address + path);
    }

    void signIn(String user) {
        go("/sign-in");
        type("[name=username]", user);
        type("[name=password]", Staff.PASSWORD);
        click("form button");
        see("#nav a");
    }

    /** Goes to a place within the dashboard, as a click on a link does. */
    void turnTo(String place) {
        run("location.hash = arguments[0]", place);
    }

    WebElement see(String css) {
        return until(
                "there is no " + css, () -> visible(css).stream().findFirst().orElse(null));
    }

    WebElement see(String css, String text) {
        return until(
                "no " + css + " says " + text,
                () -> visible(css).stream()
                        .filter(each -> each.getText().contains(text))
                        .findFirst()
                        .orElse(null));
    }

    void seeNo(String css) {
        until("there still is a " + css, () -> visible(css).isEmpty() ? true : null);
    }

    boolean shows(String css) {
        return !visible(css).isEmpty();
    }

    private List<WebElement> visible(String css) {
        return driver.findElements(By.cssSelector(css)).stream()
                .filter(WebElement::isDisplayed)
                .toList();
    }

    /** Moves the pointer over something, and leaves it there. */
    void hover(String css) {
        new Actions(driver).moveToElement(see(css)).perform();
    }

    /** Clicks in the page, wherever that is scrolled to. */
    void click(String css) {
        click(css, "");
    }

    /** The page may draw anew between the look and the click; then it is looked for again. */
    void click(String css, String text) {
        until("there is nothing to click at " + css + " that says " + text, () -> {
            for (WebElement each : visible(css)) {
                if (each.getText().contains(text)) {
                    run("arguments[0].click()", each);
                    return true;
                }
            }
            return null;
        });
    }

    /** Presses a key where the focus is: {@code ArrowDown}, {@code Enter}, {@code Escape}. */
    void press(String key) {
        String name = key.replaceAll("(?<=[a-z])(?=[A-Z])", "_").toUpperCase(Locale.ROOT);
        driver.switchTo().activeElement().sendKeys(Keys.valueOf(name));
    }

    void type(String css, String text) {
        WebElement field = see(css);
        run(
                "arguments[0].focus(); arguments[0].value = arguments[1];"
                        + " arguments[0].dispatchEvent(new Event('input', { bubbles: true }))",
                field,
                text);
    }

    Object run(String script, Object... arguments) {
        return driver.executeScript(script, arguments);
    }

    /** The status with which the server answers a request that the page's own scripts could make. */
    long status(String method, String path, String headers, String body) {
        return (Long) driver.executeAsyncScript(
                "const done = arguments[arguments.length - 1];"
                        + " fetch(arguments[1], { method: arguments[0], headers: JSON.parse(arguments[2]), body: arguments[3] || undefined })"
                        + ".then((answer) => done(answer.status), () => done(-1))",
                method,
                path,
                headers,
                body);
    }

    String text(String css) {
        return see(css).getText();
    }

    <T> T until(String problem, Supplier<T> what) {
        return new WebDriverWait(driver, PATIENCE)
                .ignoring(StaleElementReferenceException.class)
                .withMessage(problem)
                .until(page -> what.get());
    }

    /** What the browser complained about: refused scripts, broken code, files that are not there. */
    List<String> complaints() {
        return driver.manage().logs().get(LogType.BROWSER).getAll().stream()
                .map(entry -> entry.getMessage())
                .filter(message -> !message.contains("status of 40"))
                .toList();
    }

    byte[] picture() {
        return driver.getScreenshotAs(OutputType.BYTES);
    }

    @Override
    public void close() {
        driver.quit();
        try (Stream<Path> files = Files.walk(profile)) {
            files.sorted(Comparator.reverseOrder())
                    .forEach(file -> file.toFile().delete());
        } catch (IOException | UncheckedIOException e) {
            System.out.println("left behind: " + profile);
        }
    }
}
