// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "models/ledger/ledger_book.h"
#include "ui/ledger/month_dialog.h"
#include "ui/shell/pane.h"
#include "ui/widgets/tab_strip.h"
#include <QPointer>

class QStackedWidget;

namespace tenantry::models {
class RunningWork;
} // namespace tenantry::models

namespace tenantry::ui {

class AccountsPage;
class BookExportMenu;
class EmptyState;
class ExportAction;
class JournalPage;
class ListMemory;
class MonthsColumn;
class OpenItemsPage;
class RevenuePage;
class SectionHeader;

/// The books: months that are closed and opened again, what each account came to, the journal, what
/// is owed, and what will become revenue.
class LedgerPane : public Pane {
  Q_OBJECT

public:
  enum Tab { Accounts, Journal, OpenItems, Revenue };

  LedgerPane(models::Connection &connection, models::RunningWork &work, QWidget *parent = nullptr);

  [[nodiscard]] QString title() const override;
  [[nodiscard]] QChar letter() const override { return u'L'; }
  [[nodiscard]] Tone countTone() const override { return Tone::Warning; }
  [[nodiscard]] QString countFormula() const override;
  [[nodiscard]] QString iconName() const override;
  [[nodiscard]] Place home() const override;
  [[nodiscard]] bool holds(const Place &place) const override;
  void open(const Place &place) override;
  [[nodiscard]] Place narrowedTo(const Place &place) const override;
  void reload() override;
  void focusFilter() override;
  bool stepBack() override;
  [[nodiscard]] QList<QWidget *> areas() override;
  [[nodiscard]] bool isSettled() const override;

  void keepIn(ListMemory &memory);
  [[nodiscard]] models::LedgerBook &book() { return m_book; }
  [[nodiscard]] MonthsColumn *months() const { return m_months; }
  [[nodiscard]] AccountsPage *accounts() const { return m_accounts; }
  [[nodiscard]] JournalPage *journal() const { return m_journal; }
  [[nodiscard]] OpenItemsPage *openItems() const { return m_openItems; }
  [[nodiscard]] RevenuePage *revenue() const { return m_revenue; }
  [[nodiscard]] BookExportMenu *exports() const { return m_exports; }
  [[nodiscard]] TabStrip *tabs() const { return m_tabs; }
  [[nodiscard]] QPushButton *closing() const { return m_close; }
  [[nodiscard]] QPushButton *reopening() const { return m_reopen; }
  [[nodiscard]] MonthDialog *dialog() const { return m_dialog; } ///< null while none is open
  void showDialog(MonthDialog::Act act);

protected:
  void resizeEvent(QResizeEvent *event) override;

private:
  void lay();
  void arrange();
  void focusPage();
  [[nodiscard]] QWidget *makeTabs();
  void connectPages();
  void showBook();
  void showError(const Error &error);
  void showWhetherPossible();
  void showTab(int tab);
  void showMonth(std::optional<std::chrono::year_month> month);
  void reportSettled();
  [[nodiscard]] Place place() const;
  void openJournal(const Place &place, std::optional<std::chrono::year_month> month);
  [[nodiscard]] std::optional<std::chrono::year_month> chosenMonth() const;

  models::Connection &m_connection;
  models::LedgerBook m_book;
  SectionHeader *m_header;
  MonthsColumn *m_months;
  QStackedWidget *m_tabPages;
  TabStrip *m_tabs;
  AccountsPage *m_accounts;
  JournalPage *m_journal;
  OpenItemsPage *m_openItems;
  RevenuePage *m_revenue;
  BookExportMenu *m_exports;
  QPushButton *m_reopen;
  QPushButton *m_close;
  EmptyState *m_state;
  QStackedWidget *m_pages;
  QPointer<MonthDialog> m_dialog;
  std::optional<std::chrono::year_month> m_asked;    ///< also before it was read
  bool m_isOpening = false, m_isJournalSaid = false; ///< by the place what the journal shows
};

} // namespace tenantry::ui
