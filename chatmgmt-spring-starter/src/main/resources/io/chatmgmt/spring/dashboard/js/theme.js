// Runs before the first paint, so that a page in dark colours never flashes white. A classic script: modules come later.
(() => {
    let theme = null;
    try {
        theme = localStorage.getItem("chatmgmt.theme");
    } catch {
        // Storage may be forbidden; then the system decides.
    }
    if (theme === "light" || theme === "dark") {
        document.documentElement.dataset.theme = theme;
    }
})();
