// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "models/contradictions/contradiction_view.h"
#include "ui/shell/place.h"
#include "ui/widgets/surface.h"

class QAction;
class QPushButton;
class QStackedLayout;
class QVBoxLayout;

namespace tenantry::ui {

class Card;
class EmptyState;
class InspectorHead;
class Label;

/// One contradiction beside the list: what our books say, what the provider says, by what it is
/// found there, and what can be done.
class ContradictionInspector : public Surface {
  Q_OBJECT

public:
  /// In the zone of the business.
  explicit ContradictionInspector(const Zone &zone, QWidget *parent = nullptr);

  /// As they are offered: asking again, booking, both ends.
  void setActs(const QList<QAction *> &acts);
  void show(const payments::Contradiction &of);
  void showLoading();
  void showNothing();
  void showError(const Error &error);
  [[nodiscard]] QString belief() const; ///< as it is shown
  [[nodiscard]] QString says() const;
  [[nodiscard]] QPushButton *record() const { return m_record; } ///< leads to what it is about

Q_SIGNALS:
  void placeRequested(const tenantry::ui::Place &place);
  void retryRequested(); ///< of what could not be loaded

private:
  void showFacts(const payments::Contradiction &of);

  const Zone &m_zone;
  InspectorHead *m_head;
  QVBoxLayout *m_acts;
  QList<QPushButton *> m_buttons; ///< of the acts
  Card *m_ours;
  Label *m_belief;
  Card *m_theirs;
  Label *m_says;
  Card *m_remedy;
  Label *m_whatToDo;
  Card *m_facts;
  QPushButton *m_record;
  Place m_place;
  EmptyState *m_state;
  QStackedLayout *m_pages;
};

/// Where the record stands that is contradicted.
[[nodiscard]] Place recordOf(const payments::Contradiction &of);

} // namespace tenantry::ui
