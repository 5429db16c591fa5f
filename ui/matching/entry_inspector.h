// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "models/matching/bank_entry_view.h"
#include "ui/shell/place.h"
#include "ui/widgets/surface.h"

class QAction;
class QPushButton;
class QStackedLayout;

namespace tenantry::ui {

class Card;
class EmptyState;
class InspectorHead;
class Label;

/// One entry beside the list: what the bank says, why it waits and what it may mean, or what it
/// paid.
class EntryInspector : public Surface {
  Q_OBJECT

public:
  explicit EntryInspector(QWidget *parent = nullptr);

  void showSheet(const models::BankEntrySheet &sheet);
  void showLoading();
  void showNothing();
  void showError(const Error &error);
  /// The keys that its buttons show on hover.
  void showKeysOf(const QAction *assign, const QAction *undo, const QAction *takeReturned,
                  const QList<QAction *> &acts);
  /// Why it cannot be done; empty: it can.
  struct Obstacles {
    QString assign, undo, takeReturned, dismiss;
  };
  void offer(const Obstacles &obstacles);
  [[nodiscard]] QPushButton *assign() const { return m_assign; }
  [[nodiscard]] QPushButton *undo() const { return m_undo; }
  [[nodiscard]] QPushButton *takeReturned() const { return m_returned; }
  [[nodiscard]] QPushButton *dismiss() const { return m_dismiss; }
  [[nodiscard]] QPushButton *takeBack() const { return m_takeBack; }
  [[nodiscard]] QPushButton *another() const { return m_another; }
  [[nodiscard]] QPushButton *same() const { return m_same; }

Q_SIGNALS:
  void assignRequested();
  void undoRequested();
  void returnRequested(); ///< what went out is what came in before
  void sentChosen(const tenantry::payments::BankEntryId &sent); ///< likewise, with this one chosen
  void dismissRequested();
  void takeBackRequested(); ///< one that was dismissed, or set aside
  void anotherRequested();  ///< one that another statement may have brought
  void sameRequested();     ///< likewise
  /// With this one chosen.
  void proposalChosen(const tenantry::payments::NamedInvoice &invoice);
  void placeRequested(const tenantry::ui::Place &place);
  void retryRequested(); ///< of what could not be loaded

private:
  [[nodiscard]] QWidget *makeActs();
  void showEntry(const models::BankEntrySheet &sheet);
  void showReason(const models::BankEntrySheet &sheet);
  void showTwin(const models::BankEntrySheet &sheet);
  void showReturnable(const models::BankEntrySheet &sheet);
  void showProposals(const models::BankEntrySheet &sheet);
  void showPaid(const models::BankEntrySheet &sheet);
  void blockRows();

  InspectorHead *m_head;
  Card *m_text;
  Label *m_remittance;
  Card *m_reason;
  Label *m_why;
  Card *m_twin;
  Card *m_proposals;
  Card *m_returnable;
  Card *m_paid;
  Card *m_facts;
  QPushButton *m_assign;
  QPushButton *m_undo;
  QPushButton *m_returned;
  QPushButton *m_dismiss;
  QPushButton *m_takeBack;
  QPushButton *m_another;
  QPushButton *m_same;
  EmptyState *m_state;
  QStackedLayout *m_pages;
  Obstacles m_obstacles;
};

} // namespace tenantry::ui
