// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QLineEdit>
#include <QTimer>

namespace tenantry::ui {

/// A filter over a list: reports what was typed once typing pauses, at once on Enter; Esc clears
/// it.
class SearchField : public QLineEdit {
  Q_OBJECT

public:
  explicit SearchField(const QString &placeholder, QWidget *parent = nullptr);
  [[nodiscard]] QSize sizeHint() const override;
  [[nodiscard]] QSize minimumSizeHint() const override;
  void setSearched(const QString &text); ///< is searched for already: nothing is reported

Q_SIGNALS:
  void searchChanged(const QString &text);

protected:
  void changeEvent(QEvent *event) override;
  void keyPressEvent(QKeyEvent *event) override;
  void paintEvent(QPaintEvent *event) override;

private:
  void leaveRoom(); ///< for the glass
  void report();

  QTimer m_pause;
  QString m_reported;
};

} // namespace tenantry::ui
