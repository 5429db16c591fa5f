// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "models/palette/palette_model.h"
#include <QPointer>
#include <QStackedLayout>
#include <QWidget>

class QLineEdit;
class QListView;

namespace tenantry::ui {

class EmptyState;
class Label;
class PaletteHints;

/// Over the whole window: one line to type into, and what fits it below. Arrows move, Enter opens,
/// Ctrl+Enter in a window of its own, Esc and a click beside it close; the focus then returns to
/// where it was. What is typed goes to the model; nothing here waits.
class Palette : public QWidget {
  Q_OBJECT

public:
  Palette(models::Connection &connection, QWidget *window);

  /// Opens over the window with what it offers now: places and actions.
  void open(const std::vector<models::PaletteEntry> &offers, const QString &query = {});
  void dismiss();
  [[nodiscard]] models::PaletteModel &model() { return m_model; }
  [[nodiscard]] QLineEdit *field() const { return m_field; }
  [[nodiscard]] QListView *list() const { return m_list; }

Q_SIGNALS:
  /// A link that was typed or pasted is a place with the link as its key.
  void chosen(const tenantry::models::PaletteEntry &entry, bool inOwnWindow);

protected:
  bool eventFilter(QObject *watched, QEvent *event) override;
  void mousePressEvent(QMouseEvent *event) override;
  void paintEvent(QPaintEvent *event) override;

private:
  void setUpField();
  void setUpList();
  void takeText(const QString &text);
  void showRows();
  void showNoRows();
  [[nodiscard]] QString outcome();
  void arrange();
  void step(int by);
  void makeCurrent(int row);
  void choose(const QModelIndex &index, bool inOwnWindow);
  [[nodiscard]] bool handleKey(int key, Qt::KeyboardModifiers modifiers);
  [[nodiscard]] QRect panel() const;

  const Clock &m_clock;
  std::optional<Instant> m_asked;      ///< when that was typed whose answer is not whole yet
  std::chrono::milliseconds m_took{0}; ///< of the last that is
  models::PaletteModel m_model;
  std::vector<models::PaletteEntry> m_offers;
  QLineEdit *m_field;
  QListView *m_list;
  EmptyState *m_state;
  QWidget *m_body;
  QStackedLayout *m_pages;
  PaletteHints *m_hints;
  QPointer<QWidget> m_focusBefore;
  std::optional<models::PaletteEntry> m_current; ///< chosen by moving; none: the first is current
};

} // namespace tenantry::ui
