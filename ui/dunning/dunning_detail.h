// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "models/dunning/dunning_view.h"
#include "ui/shell/place.h"
#include "ui/theme/tone.h"
#include "ui/widgets/surface.h"
#include <QStackedLayout>

class QAction;
class QGridLayout;

namespace tenantry::ui {

class Card;
class EmptyState;
class InspectorHead;

/// One case beside the board: how it stands, what was tried, what is to come, which time was given.
class DunningDetail : public Surface {
  Q_OBJECT

public:
  /// Days are those of that zone; the clock outlives it.
  DunningDetail(const Clock &clock, Zone zone, QWidget *parent = nullptr);

  /// Offered below the case, as buttons.
  void setActs(const QList<QAction *> &acts);
  /// Why given time cannot be taken back by this login; empty: it can.
  void setRevokingBlocked(const QString &reason) { m_revokingBlocked = reason; }
  void showSheet(const payments::DunningSheet &sheet);
  void showLoading();
  void showNothing(); ///< no case is chosen
  void showError(const Error &error);

Q_SIGNALS:
  void placeRequested(const tenantry::ui::Place &place);
  void retryRequested(); ///< of what could not be loaded
  void revokeRequested(const tenantry::payments::ExtensionId &extension);

private:
  [[nodiscard]] QWidget *makeSheet();
  void showFacts(const payments::DunningSheet &sheet);
  void showStages(const payments::DunningSheet &sheet);
  void showTries(const payments::DunningSheet &sheet);
  void showExtensions(const payments::DunningSheet &sheet);
  void addFact(Card *card, const QString &what, const QString &value, Tone tone = Tone::Text);

  const Clock &m_clock;
  const Zone m_zone;
  QString m_revokingBlocked;
  InspectorHead *m_head;
  Card *m_facts;
  Card *m_stages;
  Card *m_tries;
  Card *m_extensions;
  QGridLayout *m_acts;
  QString m_organization, m_number; ///< of what is shown
  EmptyState *m_state;
  QStackedLayout *m_pages;
};

} // namespace tenantry::ui
