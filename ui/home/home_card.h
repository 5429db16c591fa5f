// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "ui/home/link_row.h"
#include "ui/widgets/card.h"
#include <QPointer>

class QPushButton;

namespace tenantry::ui {

/// A section of the home: some rows and the way to all of them, or one of the other pictures:
/// loading, an error, nothing to do. Each has its next step.
class HomeCard : public Card {
  Q_OBJECT

public:
  enum class State { Loading, Rows, NothingToDo, Failed };

  explicit HomeCard(const QString &title, QWidget *parent = nullptr);

  struct Step {
    QString text;
    Place place{};
  };
  void showRows(const QList<LinkRow::Content> &rows, const Step &next);
  void showNothing(const QString &sentence, const Step &next);
  void showError(const Error &error);
  [[nodiscard]] State state() const { return m_state; }
  [[nodiscard]] QPushButton *next() const { return m_next; }

Q_SIGNALS:
  void placeRequested(const tenantry::ui::Place &place);
  void retryRequested();

private:
  [[nodiscard]] bool begin(State state, const QStringList &texts);
  void end(const Step &next);
  void addSentence(const QString &icon, Tone tone, const QString &sentence);

  State m_state = State::Loading;
  QStringList m_texts; ///< what is said in that state
  QVBoxLayout *m_rows;
  QPushButton *m_next;
  Place m_nextPlace;
};

} // namespace tenantry::ui
