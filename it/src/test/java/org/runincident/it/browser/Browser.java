package org.runincident.it.browser;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.openqa.selenium.By;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.interactions.Actions;
import org.openqa.selenium.support.ui.WebDriverWait;

/** A Chromium without a window. Tests that need one are skipped where there is none. */
final class Browser implements AutoCloseable {
    private static final List<String> BROWSERS = List.of("chromium", "chromium-browser", "google-chrome");
    private static final String DRIVER = "chromedriver";

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final ChromeDriver driver;

    private Browser(ChromeDriver driver) {
        this.driver = driver;
    }

    /** Starts one, or skips the test with a word. */
    static Browser start() {
        Optional<Path> browser =
                BROWSERS.stream().flatMap(name -> onPath(name).stream()).findFirst();
        Optional<Path> driver = onPath(DRIVER);
        assumeTrue(
                browser.isPresent() && driver.isPresent(),
                "There is no Chromium with its driver on the PATH (Debian: apt install chromium chromium-driver), "
                        + "so report.html is not tried in a browser.");
        ChromeOptions options = new ChromeOptions();
        options.setBinary(browser.get().toFile());
        options.addArguments("--headless=new", "--no-sandbox", "--disable-dev-shm-usage", "--disable-gpu", "--lang=en");
        ChromeDriverService service = new ChromeDriverService.Builder()
                .usingDriverExecutable(driver.get().toFile())
                .usingAnyFreePort()
                .build();
        return new Browser(new ChromeDriver(service, options));
    }

    private static Optional<Path> onPath(String program) {
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                .filter(folder -> !folder.isEmpty())
                .map(folder -> Path.of(folder, program))
                .filter(Files::isExecutable)
                .findFirst();
    }

    void open(Path page, String fragment) {
        // The same address with another fragment would not load the page again.
        driver.get("about:blank");
        driver.get(page.toUri() + fragment);
    }

    void size(int width, int height) {
        command(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", false));
    }

    /** @param scheme {@code light} or {@code dark} */
    void colours(String scheme) {
        command(
                "Emulation.setEmulatedMedia",
                Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", scheme))));
    }

    void paper() {
        command("Emulation.setEmulatedMedia", Map.of("media", "print"));
    }

    void screen() {
        command("Emulation.setEmulatedMedia", Map.of("media", ""));
    }

    void scripts(boolean on) {
        command("Emulation.setScriptExecutionDisabled", Map.of("value", !on));
    }

    Map<String, Object> command(String name, Map<String, Object> parameters) {
        return driver.executeCdpCommand(name, parameters);
    }

    Object eval(String script, Object... arguments) {
        return driver.executeScript(script, arguments);
    }

    Object evalLater(String script, Object... arguments) {
        return driver.executeAsyncScript(script, arguments);
    }

    WebElement find(String selector) {
        return driver.findElement(By.cssSelector(selector));
    }

    List<WebElement> all(String selector) {
        return driver.findElements(By.cssSelector(selector));
    }

    void press(CharSequence keys) {
        new Actions(driver).sendKeys(keys).perform();
    }

    void click(String selector) {
        eval("document.querySelector(arguments[0]).click()", selector);
    }

    void type(String selector, String text) {
        eval(
                "const at = document.querySelector(arguments[0]); at.value = arguments[1];"
                        + "at.dispatchEvent(new Event('input', { bubbles: true }))",
                selector,
                text);
    }

    void choose(String selector, String value) {
        type(selector, value);
        waitUntil(() -> find(selector).getAttribute("value").equals(value));
        // A choice is answered in the next task of the page.
        evalLater("setTimeout(() => setTimeout(arguments[0], 0), 0)");
    }

    void waitUntil(BooleanSupplier condition) {
        new WebDriverWait(driver, PATIENCE).until(d -> condition.getAsBoolean());
    }

    /** Text of an element as it is shown. */
    String text(String selector) {
        return find(selector).getText();
    }

    /** Texts of the elements, their white space made one blank. */
    List<String> texts(String selector) {
        return rawTexts(selector).stream()
                .map(text -> text.strip().replaceAll("\\s+", " "))
                .toList();
    }

    /** Texts of the elements as they stand in the page. */
    List<String> rawTexts(String selector) {
        return ((List<?>) eval(
                        "return Array.from(document.querySelectorAll(arguments[0]), e => e.textContent)", selector))
                .stream().map(String.class::cast).toList();
    }

    WebElement focused() {
        return driver.switchTo().activeElement();
    }

    boolean isInSight(WebElement element) {
        return (Boolean) eval(
                "const r = arguments[0].getBoundingClientRect(); return r.top >= 0 && r.top < innerHeight", element);
    }

    /** Of the background, 0 to 255. */
    long brightness(String selector) {
        return (Long) eval(
                "const rgb = getComputedStyle(document.querySelector(arguments[0])).backgroundColor.match(/\\d+/g);"
                        + "return Math.round((Number(rgb[0]) + Number(rgb[1]) + Number(rgb[2])) / 3)",
                selector);
    }

    /** How many elements there are; needs no scripts in the page. */
    int countWithoutScripts(String selector) {
        Map<?, ?> document = (Map<?, ?>) command("DOM.getDocument", Map.of()).get("root");
        Object nodes = command("DOM.querySelectorAll", Map.of("nodeId", document.get("nodeId"), "selector", selector))
                .get("nodeIds");
        return ((List<?>) nodes).size();
    }

    byte[] screenshot() {
        return driver.getScreenshotAs(OutputType.BYTES);
    }

    @Override
    public void close() {
        driver.quit();
    }
}
