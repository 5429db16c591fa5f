// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "models/billing/invoice_view.h"
#include "ui/shell/place.h"
#include "ui/widgets/surface.h"
#include <QStackedLayout>

class QAction;
class QPushButton;
class QVBoxLayout;

namespace tenantry::ui {

class BarChart;
class Card;
class EmptyState;
class InspectorHead;
struct LineText;

/// One invoice beside the list: whom it is for, its lines, how they add up. A usage line opens the
/// events behind it.
class InvoiceInspector : public Surface {
  Q_OBJECT

public:
  explicit InvoiceInspector(QWidget *parent = nullptr);

  void showSheet(const models::InvoiceSheet &sheet);
  void showLoading();
  void showNothing(); ///< no invoice is chosen
  /// The keys that its buttons show on hover.
  struct Keys {
    const QAction *credit, *receive, *refund, *takeBack, *voiding, *again;
  };
  void showKeysOf(const Keys &keys);
  /// Offers what can be done with an issued invoice; blocked for that reason.
  void offerCorrections(const QString &creditBlocked, const QString &voidBlocked);
  void offerPayments(const QString &receiveBlocked, const QString &refundBlocked);
  void offerTakeBack(const QString &blocked); ///< shown where a payment was recorded by hand
  void offerAgain(const QString &blocked);    ///< shown for a void invoice alone
  void showError(const Error &error, bool isNote = false);

Q_SIGNALS:
  void lineRequested(const tenantry::billing::StoredLine &line);
  void organizationRequested();
  void creditRequested();
  void receiveRequested();
  void refundRequested();
  void takeBackRequested();
  void voidRequested();
  void againRequested();
  void retryRequested(); ///< of what could not be loaded
  void placeRequested(const tenantry::ui::Place &place);

private:
  [[nodiscard]] QWidget *makeSheet();
  void showState();
  void showHistory(const models::InvoiceSheet &sheet);
  void showLines(const models::InvoiceSheet &sheet);
  void showSums(const models::InvoiceSheet &sheet);
  void showHolds(const models::InvoiceSheet &sheet);
  void showApprovals(const models::InvoiceSheet &sheet);
  void showDates(const models::InvoiceSheet &sheet);
  void showCredits(const models::InvoiceSheet &sheet);
  void showAgain(const models::InvoiceSheet &sheet);
  void showPayments(const models::InvoiceSheet &sheet);
  [[nodiscard]] QWidget *makePaymentActs();
  void showOutcome(const models::InvoiceSheet &sheet);
  void addLink(Card *card, const LineText &text, const QString &amount, const Place &place);

  InspectorHead *m_head;
  Card *m_lines;
  Card *m_history;
  BarChart *m_past;
  QStringList m_numbers; ///< of what it shows; empty: not issued
  Card *m_dates;
  Card *m_holds;
  Card *m_approvals;
  Card *m_credits; ///< of an invoice its credit notes, of a credit note what it corrects
  QPushButton *m_open;
  QPushButton *m_credit;
  Card *m_payments; ///< what paid it, and what went back
  QPushButton *m_receive;
  QPushButton *m_refund;
  QPushButton *m_takeBack;
  QPushButton *m_void;
  QPushButton *m_again;
  bool m_isVoid = false;
  bool m_hasRecorded = false; ///< a payment of it can be taken back
  EmptyState *m_state;
  QStackedLayout *m_pages;
};

} // namespace tenantry::ui
