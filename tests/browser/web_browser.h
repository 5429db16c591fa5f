// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "services/core/json.h"
#include <QProcess>
#include <QTemporaryDir>
#include <functional>

namespace tenantry::tests {

/// Chromium without a window, led over WebDriver (www.w3.org/TR/webdriver2) on a port of this
/// machine, with a profile of its own that goes with it. It reaches this machine only. What it is
/// told waits until it is done; what it could not do is `trouble()`.
class WebBrowser {
public:
  WebBrowser();
  /// Ends it, whatever it does.
  ~WebBrowser();
  WebBrowser(const WebBrowser &) = delete;
  WebBrowser &operator=(const WebBrowser &) = delete;

  /// Why there is none on this machine; empty: there is one.
  [[nodiscard]] static QString missing();
  /// The first thing that it could not do; empty: it could do all.
  [[nodiscard]] QString trouble() const { return m_trouble; }

  void open(const QString &url);
  void back() { static_cast<void>(post(u"/back", Json::object())); }
  void refresh() { static_cast<void>(post(u"/refresh", Json::object())); }
  [[nodiscard]] QString url();
  [[nodiscard]] QString title();
  /// What one reads on the page.
  [[nodiscard]] QString text();
  /// The value of a function's body: "return 1".
  Json script(const QString &body);

  /// The one that a selector finds first; empty: none.
  [[nodiscard]] QString find(const QString &selector);
  void click(const QString &selector, int times = 1);
  /// Keys, one after the other, to whatever has the focus.
  void press(const QString &keys);
  /// Tab until what the selector finds has the focus; false: it cannot be reached.
  [[nodiscard]] bool tabTo(const QString &selector);

  void resize(int width, int height);
  [[nodiscard]] bool scrollsSideways();
  [[nodiscard]] QByteArray picture(); ///< PNG, of the whole page
  /// What the console was told since it was last asked: errors and what the page's policy forbade.
  [[nodiscard]] QStringList complaints();
  /// A file that was taken down, whole; empty: it does not come.
  [[nodiscard]] QByteArray download(const QString &name) const;

  /// Longer than a page waits before it looks again by itself (10 s).
  static bool waitUntil(const std::function<bool()> &condition, int milliseconds = 30'000);

  static constexpr char16_t tab = 0xE004;
  static constexpr char16_t enter = 0xE007;

private:
  Json post(QStringView path, const Json &body) { return command("POST", path, body); }
  Json get(QStringView path) { return command("GET", path, Json()); }
  Json command(const QByteArray &method, QStringView path, const Json &body);
  Json exchange(const QByteArray &method, const QString &path, const QByteArray &body);
  Json devTools(const char *name, const Json &parameters);
  void startSession();

  QTemporaryDir m_folder;
  QProcess m_driver;
  quint16 m_port = 0;
  QString m_session;
  QString m_trouble;
};

} // namespace tenantry::tests
